package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.preau.accounts.ui.CentreLayout;
import fr.preau.activities.ActivityCard;
import fr.preau.activities.ActivitySheet;
import fr.preau.activities.ActivityStatus;
import fr.preau.activities.Booking;
import fr.preau.activities.CatalogueService;
import fr.preau.activities.GroupSheet;
import fr.preau.activities.SessionRecord;
import fr.preau.base.AllowedTo;
import fr.preau.base.Picto;
import fr.preau.base.Role;
import fr.preau.base.Texts;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Choice;
import fr.preau.base.ui.EmptyState;
import fr.preau.base.ui.FormSection;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.Notice;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Toast;
import fr.preau.people.ContactDetails;
import fr.preau.people.HouseholdLine;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import fr.preau.people.NewHousehold;
import fr.preau.people.Outcome;
import fr.preau.people.PersonDetails;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Channel;
import fr.preau.registrations.DeskService;
import fr.preau.registrations.DeskTerms;
import fr.preau.registrations.PartyRule;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.RegisterCommand;
import fr.preau.registrations.RegisterOutcome;
import fr.preau.registrations.RegisterOutcome.Registered;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Registers somebody at the desk, by phone or from paper: for what, which family, who. What is chosen is in the address, so
 * that an interrupted desk finds its place again.
 */
@Route(value = DeskNavigation.REGISTER, layout = CentreLayout.class)
@AllowedTo({Role.RECEPTION, Role.DIRECTOR})
public class RegisterSomeoneView extends Page implements BeforeEnterObserver {

    private static final long serialVersionUID = 1L;
    private static final int FOUND = 20;
    private static final int LONGEST_WORDS = 80;
    private static final int LONGEST_REASON = 140;

    private final transient CatalogueService catalogue;
    private final transient HouseholdService households;
    private final transient DeskService desk;
    private final transient DeskWords words;
    private final transient Texts texts;
    private final transient Clock clock;
    private final Div content = new Div();

    RegisterSomeoneView(CatalogueService catalogue, HouseholdService households, DeskService desk, DeskWords words, Texts texts, Clock clock) {
        this.catalogue = catalogue;
        this.households = households;
        this.desk = desk;
        this.words = words;
        this.texts = texts;
        this.clock = clock;
        narrow();
        content.addClassName("stack");
        add(content);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        var activity = query.getSingleParameter("activite").flatMap(RequestView::id);
        var family = query.getSingleParameter("famille").flatMap(RequestView::id);
        var typed = query.getSingleParameter("mots").map(text -> text.substring(0, Math.min(text.length(), LONGEST_WORDS))).orElse("");
        content.removeAll();
        if (activity.isEmpty()) {
            title(words.say("register.what"));
            chooseActivity(family, typed);
            return;
        }
        var sheet = catalogue.sheet(activity.get()).orElseThrow(NotFoundException::new);
        if (family.isEmpty()) {
            title(words.say("register.whose"));
            chooseFamily(sheet, typed);
            return;
        }
        var household = households.find(family.get()).orElseThrow(NotFoundException::new);
        title(words.say("register.who"));
        form(sheet, household);
    }

    // What

    private void chooseActivity(Optional<UUID> family, String typed) {
        content.add(find(words.say("register.find-activity"), typed, text -> Map.of("famille", family.map(UUID::toString).orElse(""), "mots", text)));
        var list = new RowList();
        for (ActivityCard card : catalogue.all(ActivityStatus.PUBLISHED, typed, 0, FOUND)) {
            var next = card.next() == null ? words.say("register.no-date") : words.brief(card.next().startsAt());
            list.add(card.title(), next + " · " + card.place(),
                    Link.alt(DeskNavigation.register(words.slug(), card.id(), family.orElse(null)), words.say("register.choose")).dressed("small"));
        }
        content.add(list);
    }

    // Whose

    private void chooseFamily(ActivitySheet sheet, String typed) {
        content.add(new H2(sheet.about().title()));
        content.add(find(words.say("register.find-family"), typed, text -> Map.of("activite", sheet.id().toString(), "mots", text)));
        if (!typed.isBlank()) {
            var found = households.search(typed, 0);
            var list = new RowList();
            for (HouseholdLine line : found.lines()) {
                list.add(line.name(), line.persons().stream().map(PersonRecord::firstName).collect(Collectors.joining(", ")),
                        Link.alt(DeskNavigation.register(words.slug(), sheet.id(), line.id()), words.say("register.choose")).dressed("small"));
            }
            content.add(found.lines().isEmpty()
                    ? new EmptyState(Picto.SEARCH, words.say("register.nobody.title"), words.say("register.nobody.text")) : list);
        }
        content.add(newFamily(sheet));
    }

    /** A family on the spot: one adult is enough; mail and phone may be missing. */
    private FormSection newFamily(ActivitySheet sheet) {
        var first = new TextField(words.say("attendance.first-name"));
        var last = new TextField(words.say("attendance.last-name"));
        var mail = new TextField(words.say("register.mail"));
        var phone = new TextField(words.say("register.phone"));
        var answer = new Div();
        var create = Act.alt(words.say("register.create"), click -> {
            var outcome = households.openAtDesk(NewHousehold.of(PersonDetails.adult(first.getValue(), last.getValue()),
                    ContactDetails.mail(mail.getValue()), ContactDetails.phone(phone.getValue())));
            answer.removeAll();
            switch (outcome) {
                case Outcome.Done<UUID>(UUID id) -> DeskNavigation.go(DeskNavigation.register(words.slug(), sheet.id(), id));
                case Outcome.Refused<UUID>(var reasons) -> reasons.forEach(why -> answer.add(Notice.bad(texts.say(why)).spoken()));
            }
        }).with(Picto.ADD_PERSON);
        var fields = new Div(first, last, mail, phone);
        fields.addClassName("fields");
        return new FormSection(words.say("register.new-family"), fields, answer, create);
    }

    // Who

    private void form(ActivitySheet sheet, HouseholdRecord household) {
        content.add(new H2(sheet.about().title() + " · " + household.name()));
        var groups = sheet.groups();
        if (groups.isEmpty()) {
            content.add(Notice.warn(words.say("register.no-date")));
            return;
        }
        var group = new OneCard<>(words.say("register.group"), groups, one -> Choice.of(one.name().isEmpty() ? sheet.about().title() : one.name(), booking(one)));
        group.setValue(groups.getFirst());
        var sessions = new Div();
        var persons = new ManyCards<>(words.say("register.persons"), household.registrable(), one -> Choice.of(one.fullName(), ""));
        if (household.registrable().size() == 1) {
            persons.setValue(Set.copyOf(household.registrable()));
        }
        var rule = new OneCard<>(words.say("register.rule"), List.of(PartyRule.values()), one -> Choice.of(words.say("rule." + DeskNavigation.word(one)), ""));
        rule.setValue(PartyRule.TOGETHER);
        rule.setVisible(household.registrable().size() > 1);
        var channel = new OneCard<>(words.say("register.channel"), List.of(Channel.DESK, Channel.PHONE, Channel.PAPER), one -> Choice.of(words.channel(one), ""));
        channel.setValue(Channel.DESK);
        var chosen = new Sessions(sessions);
        group.addValueChangeListener(change -> chosen.show(change.getValue()));
        chosen.show(group.getValue());
        var beyond = reason("register.beyond", "register.beyond-hint");
        var exemption = reason("register.exemption", "register.exemption-hint");
        var answer = new Div();
        var key = UUID.randomUUID().toString();
        List.<HasStyle>of(group, persons, rule, channel).forEach(cards -> cards.addClassName("dense"));
        content.add(persons);
        if (groups.size() > 1) {
            content.add(group);
        }
        content.add(sessions, rule, channel, fold(words.say("register.exceptions"), beyond, exemption), answer);
        content.add(Act.go(words.say("register.button"), click -> {
            answer.removeAll();
            var who = household.registrable().stream().filter(persons.getValue()::contains).map(PersonRecord::id).toList();
            if (who.isEmpty()) {
                answer.add(Notice.bad(words.say("register.nobody-chosen")).spoken());
                return;
            }
            var terms = new DeskTerms(exemption.getValue(), beyond.getValue(), null);
            answer(desk.register(new RegisterCommand(key, group.getValue().id(), household.id(), who, chosen.value(), rule.getValue(),
                    channel.getValue()), terms), household, answer);
        }).wide());
    }

    private void answer(RegisterOutcome outcome, HouseholdRecord household, Div answer) {
        switch (outcome) {
            case Registered done -> {
                Toast.say(words.say(done.everybodyHasAPlace() ? "register.done" : done.nobodyHasAPlace() ? "register.waits" : "register.partly"));
                DeskNavigation.go(DeskNavigation.request(words.slug(), done.request()));
            }
            case RegisterOutcome.Refused(var whyNot) -> whyNot.forEach(one -> answer.add(Notice.bad(texts.say(one.why())).titled(name(household, one)).spoken()));
        }
    }

    private static String name(HouseholdRecord household, PersonRefusal one) {
        return household.person(one.person()).map(PersonRecord::fullName).orElse(one.name());
    }

    private String booking(GroupSheet group) {
        return words.say("booking." + DeskNavigation.word(group.booking()));
    }

    /** What is rarely needed steps aside until it is asked for. */
    private static NativeDetails fold(String title, Component... content) {
        var inside = new Div(content);
        inside.addClassName("stack");
        var fold = new NativeDetails(title, inside);
        fold.addClassName("fold");
        return fold;
    }

    private TextField reason(String label, String hint) {
        var field = new TextField(words.say(label));
        field.setHelperText(words.say(hint));
        field.setMaxLength(LONGEST_REASON);
        field.setWidthFull();
        return field;
    }

    /** The dates to choose from, for a group that is booked one by one. */
    private final class Sessions implements Serializable {

        private static final long serialVersionUID = 1L;
        private final Div place;
        private @Nullable ManyCards<SessionRecord> cards;

        private Sessions(Div place) {
            this.place = place;
        }

        void show(GroupSheet group) {
            place.removeAll();
            cards = null;
            var ahead = group.sessions().stream().filter(one -> one.isPlanned() && one.startsAt().isAfter(clock.instant())).toList();
            if (group.booking() == Booking.WHOLE_SERIES) {
                place.add(Notice.info(words.say("register.series", ahead.size())));
                return;
            }
            cards = new ManyCards<>(words.say("register.sessions"), ahead, one -> Choice.of(words.brief(one.startsAt()), room(one)));
            cards.addClassName("dense");
            if (ahead.size() == 1) {
                cards.setValue(Set.copyOf(ahead));
            }
            place.add(cards);
        }

        Set<UUID> value() {
            return cards == null ? Set.of() : cards.getValue().stream().map(SessionRecord::id).collect(Collectors.toSet());
        }

        private String room(SessionRecord one) {
            var beyond = words.beyond(one.overbooked());
            var room = one.free() > 0 ? words.say("register.free", one.free()) : words.say("register.full", one.waiting());
            return beyond.isEmpty() ? room : room + " · " + beyond;
        }
    }

    private Div find(String label, String typed, SerializableFunction<String, Map<String, String>> state) {
        var field = new TextField(label);
        field.setMaxLength(LONGEST_WORDS);
        field.setValue(typed);
        field.setAutofocus(true);
        var button = Act.alt(words.say("list.find-button"), click -> DeskNavigation.go(DeskNavigation.register(words.slug(), state.apply(field.getValue().strip()))))
                .with(Picto.SEARCH);
        button.addClickShortcut(Key.ENTER).listenOn(field);
        var line = new Div(field, button);
        line.addClassName("find");
        line.getElement().setAttribute("role", "search");
        return line;
    }
}
