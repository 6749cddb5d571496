package fr.preau.activities.web;

import fr.preau.activities.ActivityCard;
import fr.preau.activities.CatalogueFilter.AgeGroup;
import fr.preau.activities.CatalogueService;
import fr.preau.base.AllowedTo;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.web.SameForAll;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of what a centre offers. */
@Controller
@AllowedTo(Role.ANYONE)
class CatalogueController {

    static final int PAGE = 24;

    private final CatalogueService catalogue;
    private final CentreService centres;
    private final CatalogueWords words;
    private final PublicAddress address;

    CatalogueController(CatalogueService catalogue, CentreService centres, CatalogueWords words, PublicAddress address) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.words = words;
        this.address = address;
    }

    /** A filter that is a link: chosen, a second click takes it away. */
    record Chip(String label, String href, boolean on) {
    }

    /** A day in the form. */
    record Day(String value, String label, boolean chosen) {
    }

    /** An activity in the list. */
    record Card(String href, String title, String tint, String picto, String when, CatalogueWords.Places places) {

        /** @param list where it is shown */
        static Card of(ActivityCard activity, CatalogueAddress list, CentreRecord centre, CatalogueWords words) {
            return new Card(list.sheet(activity.slug()), activity.title(), activity.category().tint().css(),
                    activity.category().picto().key(), words.when(activity, centre.zone()), words.brief(activity.availability(), centre.zone()));
        }
    }

    @SameForAll
    @GetMapping("/centres/{house}/activites")
    String list(@RequestParam Map<String, String> asked, Model model) {
        var centre = centres.current();
        var wish = CatalogueAddress.read(CataloguePaths.list(centre), asked);
        var found = catalogue.shown(wish.filter(), (wish.page() - 1) * PAGE, PAGE);
        if (found.cards().isEmpty() && wish.page() > 1) {
            // a page that has gone, or that never was: the last one
            wish = wish.at(lastPage(catalogue.shown(wish.filter(), 0, 1).total()));
            found = catalogue.shown(wish.filter(), (wish.page() - 1) * PAGE, PAGE);
        }
        var here = wish;
        int last = lastPage(found.total());
        int offset = (here.page() - 1) * PAGE;
        var cards = found.cards();
        model.addAttribute("wish", here);
        model.addAttribute("everything", here.isWhole());
        model.addAttribute("narrowed", here.isNarrowed());
        model.addAttribute("whole", CatalogueAddress.all(here.path()).href());
        model.addAttribute("canonical", address.of(here.isWhole() ? here.href() : here.path()));
        model.addAttribute("chips", chips(here));
        model.addAttribute("more", more(here));
        model.addAttribute("days", days(here));
        model.addAttribute("people", here.people() == null ? null : CatalogueAddress.nameOf(here.people()));
        model.addAttribute("cards", cards.stream().map(card -> Card.of(card, here, centre, words)).toList());
        model.addAttribute("total", found.total());
        model.addAttribute("from", offset + 1);
        model.addAttribute("to", offset + cards.size());
        model.addAttribute("previous", here.page() > 1 ? here.at(here.page() - 1).href() : null);
        model.addAttribute("next", here.page() < last ? here.at(here.page() + 1).href() : null);
        return "activities/list";
    }

    private static int lastPage(long total) {
        return (int) Math.max(1, (total + PAGE - 1) / PAGE);
    }

    private List<Chip> chips(CatalogueAddress here) {
        var chips = new ArrayList<Chip>();
        chips.add(new Chip(words.say("chip.all"), CatalogueAddress.all(here.path()).href(), here.isWhole()));
        Arrays.stream(AgeGroup.values()).filter(group -> group != AgeGroup.FAMILIES).forEach(group -> chips.add(chip(here, group)));
        return chips;
    }

    /** Folded until one of them is in use: on a telephone the first activity is to be seen before one scrolls. */
    private List<Chip> more(CatalogueAddress here) {
        // Wednesday is the day without school: the one that families ask for. Another day is chosen in the form.
        var day = here.day() == null ? DayOfWeek.WEDNESDAY : here.day();
        return List.of(chip(here, AgeGroup.FAMILIES),
                new Chip(words.capital(words.day(day)), here.onDay(here.day() == null ? day : null).href(), here.day() != null),
                new Chip(words.say("chip.places"), here.withPlaces(!here.places()).href(), here.places()));
    }

    private Chip chip(CatalogueAddress here, AgeGroup group) {
        boolean on = here.people() == group;
        return new Chip(words.say("chip." + CatalogueAddress.nameOf(group)), here.forPeople(on ? null : group).href(), on);
    }

    private List<Day> days(CatalogueAddress here) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(CatalogueAddress.nameOf(day), words.day(day), chosen(here.day(), day))).toList();
    }

    private static boolean chosen(@Nullable DayOfWeek wished, DayOfWeek day) {
        return wished == day;
    }
}
