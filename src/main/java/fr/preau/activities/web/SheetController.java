package fr.preau.activities.web;

import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Availability;
import fr.preau.activities.Booking;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.Photo;
import fr.preau.activities.RhythmReader;
import fr.preau.activities.SessionRecord;
import fr.preau.base.AllowedTo;
import fr.preau.base.Phone;
import fr.preau.base.Picto;
import fr.preau.base.PublicAddress;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.web.QrCode;
import fr.preau.base.web.SameForAll;
import fr.preau.centres.CentreRecord;
import fr.preau.centres.CentreService;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The sheet of an activity: all that one needs to know before saying yes, and one button to say it. */
@Controller
@AllowedTo(Role.ANYONE)
class SheetController {

    /** Sessions shown of each group; the whole year would hide the next week. */
    private static final int SESSIONS = 6;

    private final CatalogueService catalogue;
    private final CentreService centres;
    private final CatalogueWords words;
    private final RhythmReader rhythms;
    private final EventData events;
    private final PublicAddress address;
    private final Clock clock;

    SheetController(CatalogueService catalogue, CentreService centres, CatalogueWords words, RhythmReader rhythms, EventData events,
                    PublicAddress address, Clock clock) {
        this.catalogue = catalogue;
        this.centres = centres;
        this.words = words;
        this.rhythms = rhythms;
        this.events = events;
        this.address = address;
        this.clock = clock;
    }

    /** A fact with its drawing. */
    record Fact(String picto, String what, String more) {

        Fact(Picto picto, String what, String more) {
            this(picto.key(), what, more);
        }
    }

    /** The photo in the sizes that there are; a browser takes the smallest that does. */
    record Picture(String src, String sizes, int width, int height, String alt) {

        static Picture of(Photo photo, CentreRecord centre) {
            var sizes = photo.widths().stream().map(width -> CataloguePaths.photo(centre, photo, width) + " " + width + "w");
            return new Picture(CataloguePaths.photo(centre, photo, photo.widths().getFirst()), String.join(", ", sizes.toList()),
                    photo.width(), photo.height(), photo.alt());
        }
    }

    /** A session to come, with what is particular about it. */
    record Session(String when, CatalogueWords.@Nullable Places places, @Nullable String cancelled) {
    }

    /** The next sessions of a group. */
    record Dates(String group, List<Session> sessions, int more) {
    }

    /** What one can do now: a button or a sentence, and what to know before. */
    record Invitation(CatalogueWords.Places places, @Nullable String next, @Nullable String button, String href, List<String> notes) {
    }

    @SameForAll
    @GetMapping("/centres/{house}/activites/{slug}")
    String sheet(@PathVariable String slug, @RequestParam Map<String, String> asked, Model model) {
        var centre = centres.current();
        var sheet = catalogue.shownSheet(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var url = address.of(CataloguePaths.sheet(centre, sheet.slug()));
        model.addAttribute("sheet", sheet);
        model.addAttribute("photo", sheet.photo() == null ? null : Picture.of(sheet.photo(), centre));
        model.addAttribute("paragraphs", paragraphs(sheet));
        model.addAttribute("facts", facts(sheet, centre));
        model.addAttribute("dates", sheet.groups().stream().map(group -> dates(group, sheet, centre)).filter(dates -> !dates.sessions().isEmpty()).toList());
        model.addAttribute("invitation", invitation(sheet, centre));
        var list = CatalogueAddress.read(CataloguePaths.list(centre), asked);
        model.addAttribute("list", list.href());
        model.addAttribute("everything", list.isWhole());
        model.addAttribute("phone", centre.contact().phone());
        model.addAttribute("call", Phone.parse(centre.contact().phone()).map(Phone::e164).orElse(null));
        model.addAttribute("canonical", url);
        model.addAttribute("qr", QrCode.asPath(url));
        model.addAttribute("image", sheet.photo() == null ? null : address.of(CataloguePaths.photo(centre, sheet.photo(), sheet.photo().width())));
        model.addAttribute("events", events.of(sheet, centre, url, address.of("/centres/" + centre.slug())));
        return "activities/sheet";
    }

    private static List<String> paragraphs(ActivitySheet sheet) {
        var about = sheet.about();
        return about.description().equals(about.summary()) ? List.of()
                : Arrays.stream(about.description().split("\n\n")).map(String::strip).filter(text -> !text.isEmpty()).toList();
    }

    private List<Fact> facts(ActivitySheet sheet, CentreRecord centre) {
        var facts = new ArrayList<Fact>();
        sheet.groups().forEach(group -> facts.addAll(when(group, centre)));
        var audience = sheet.rules().audience();
        facts.add(new Fact(Picto.PEOPLE, words.capital(words.audience(audience)), audience.withAdult() ? words.say("fact.with-adult") : ""));
        var about = sheet.about();
        if (!about.place().isEmpty()) {
            facts.add(new Fact(Picto.PIN, about.place(), about.accessNote()));
        }
        if (!about.price().isEmpty()) {
            // A price may be too high for somebody; what is free cannot.
            facts.add(new Fact(Picto.EURO, about.price(), about.price().matches(".*[1-9].*") ? words.say("fact.price-help") : ""));
        }
        if (!about.bring().isEmpty()) {
            facts.add(new Fact(Picto.BAG, words.say("fact.bring"), about.bring()));
        }
        return facts;
    }

    private List<Fact> when(GroupSheet group, CentreRecord centre) {
        var weekly = words.weekly(rhythms.of(group, centre), centre.zone());
        if (!weekly.isEmpty()) {
            return weekly.stream().map(line -> new Fact(Picto.CALENDAR, line.what(), words.sentences(group.name(), line.more()))).toList();
        }
        var planned = group.sessions().stream().filter(SessionRecord::isPlanned).toList();
        String what = planned.size() == 1 ? words.session(planned.getFirst(), centre.zone()) : words.say("fact.dates", planned.size());
        return List.of(new Fact(Picto.CALENDAR, what, group.name()));
    }

    private Dates dates(GroupSheet group, ActivitySheet sheet, CentreRecord centre) {
        boolean single = group.sessions().size() < 2 && group.sessions().stream().allMatch(SessionRecord::isPlanned);
        if (single || sheet.status() == ActivityStatus.CANCELLED) {
            return new Dates(group.name(), List.of(), 0);
        }
        boolean counted = group.booking() == Booking.BY_SESSION && sheet.availability().isOpen();
        var shown = group.sessions().stream().limit(SESSIONS).map(session -> session(session, counted, centre)).toList();
        return new Dates(group.name(), shown, group.sessions().size() - shown.size());
    }

    private Session session(SessionRecord session, boolean counted, CentreRecord centre) {
        String when = words.session(session, centre.zone());
        if (!session.isPlanned()) {
            String reason = session.reason();
            return new Session(when, null, reason == null || reason.isBlank() ? words.say("session.cancelled") : words.say("session.cancelled-because", reason));
        }
        // A session that has begun cannot be joined any more: nothing is promised about it.
        boolean toCome = session.startsAt().isAfter(clock.instant());
        return new Session(when, counted && toCome ? words.exact(Availability.ofSession(session), centre.zone()) : null, null);
    }

    private Invitation invitation(ActivitySheet sheet, CentreRecord centre) {
        var availability = sheet.availability();
        String next = sheet.next(clock.instant()).map(session -> words.say(sheet.groups().stream().mapToInt(group -> group.sessions().size()).sum() > 1
                ? "sheet.next" : "sheet.only", words.moment(session.startsAt(), centre.zone()))).orElse(null);
        String button = availability.isOpen() ? words.say(button(sheet)) : null;
        return new Invitation(words.exact(availability, centre.zone()), next, button, CataloguePaths.register(centre, sheet.slug()), notes(sheet));
    }

    /** The button says what becomes of the click: a request is not yet a place. */
    private static String button(ActivitySheet sheet) {
        if (sheet.rules().needsApproval()) {
            return "sheet.ask";
        }
        return sheet.availability().kind() == Availability.Kind.FULL ? "sheet.wait" : "sheet.register";
    }

    private List<String> notes(ActivitySheet sheet) {
        var notes = new ArrayList<String>();
        var kind = sheet.availability().kind();
        if (sheet.availability().isOpen() && sheet.rules().needsApproval()) {
            notes.add(words.say("note.approval"));
        }
        if (sheet.availability().isOpen() && sheet.groups().stream().allMatch(group -> group.booking() == Booking.WHOLE_SERIES)
                && sheet.groups().stream().anyMatch(group -> group.sessions().size() > 1)) {
            notes.add(words.say("note.whole-series"));
        }
        if (kind == Availability.Kind.FULL) {
            notes.add(words.say("note.waiting-strict"));
        }
        if (kind == Availability.Kind.DROP_IN || kind == Availability.Kind.OVER || kind == Availability.Kind.CLOSED
                || kind == Availability.Kind.NOT_YET_OPEN) {
            notes.add(words.say("note." + Texts.word(kind)));
        }
        return notes;
    }
}
