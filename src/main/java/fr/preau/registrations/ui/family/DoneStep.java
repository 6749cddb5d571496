package fr.preau.registrations.ui.family;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import fr.preau.base.Moments;
import fr.preau.base.Picto;
import fr.preau.base.ui.Call;
import fr.preau.base.ui.Facts;
import fr.preau.base.ui.Link;
import fr.preau.centres.CentreRecord;
import fr.preau.people.ContactKind;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.people.ui.FamilyNavigation;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationRecord.SeatRecord;
import fr.preau.registrations.RegistrationState;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** "C’est fait": who has a place, who waits and at which rank, what comes next, and how to give it up. */
class DoneStep extends Div {

    private static final long serialVersionUID = 1L;
    private static final int FEW_DATES = 5;
    private static final Set<RegistrationState> HAVE_A_PLACE = EnumSet.of(RegistrationState.CONFIRMED, RegistrationState.PRE_REGISTERED);

    DoneStep(List<RegistrationRecord> request, HouseholdRecord household, CentreRecord centre, Moments moments) {
        addClassName("stack");
        // As the family names itself everywhere else: the adults first.
        var order = household.persons().stream().map(PersonRecord::id).toList();
        var inOrder = request.stream().sorted(Comparator.comparingInt(one -> order.indexOf(one.personId()))).toList();
        var placed = inOrder.stream().filter(DoneStep::hasPlace).toList();
        var waiting = inOrder.stream().filter(one -> one.rank() > 0).toList();
        var panel = new Div();
        panel.addClassName("good");
        if (placed.isEmpty()) {
            panel.addClassName("wait");
        }
        if (!placed.isEmpty()) {
            panel.add(new Paragraph(getTranslation("registrations.family.done-who", names(placed), request.getFirst().title())));
            dates(placed, centre, moments).ifPresent(panel::add);
        }
        if (!waiting.isEmpty()) {
            waiting(waiting, request.stream().map(RegistrationRecord::sessionId).distinct().count() > 1, centre, moments).forEach(line -> panel.add(new Paragraph(line)));
            panel.add(new Paragraph(why(waiting.getFirst()) + getTranslation("registrations.rank.order")));
        }
        if (isAsked(request)) {
            var asked = names(inOrder.stream().filter(DoneStep::isAsked).toList());
            panel.add(new Paragraph(getTranslation("registrations.family.done-asked", asked, request.getFirst().title())),
                    new Paragraph(getTranslation("registrations.family.done-asked-more")));
        }
        panel.add(new Paragraph(getTranslation(next(request, !placed.isEmpty(), household))));
        add(panel);
        add(new Facts().add(Picto.TICKET, getTranslation("registrations.family.done-code", request.getFirst().code()),
                getTranslation("registrations.family.done-code-more")).add(Picto.CALL, getTranslation("registrations.family.done-call"), Call.to(centre.contact().phone())));
        if (placed.stream().anyMatch(one -> !one.dates().isEmpty())) {
            add(new Div(new CalendarLink(centre.id(), request.getFirst().requestId())));
        }
        if (household.contacts().isEmpty()) {
            add(new Facts().add(Picto.CALL, getTranslation("registrations.family.missing-contact"),
                    new Link(FamilyNavigation.family(centre.slug()), getTranslation("registrations.family.missing-contact-link"))));
        }
        add(new Paragraph(getTranslation(wayOut(request, !placed.isEmpty()))));
    }

    /** How to give up what one has now: there is no list to leave before the team has answered. */
    private static String wayOut(List<RegistrationRecord> request, boolean somePlaced) {
        if (somePlaced) {
            return "registrations.family.done-cancel";
        }
        return isAsked(request) ? "registrations.family.done-withdraw" : "registrations.family.done-leave";
    }

    /** A turn in a list: of the one date, or of the whole series. */
    private record Turn(@Nullable Instant date, int rank) {
    }

    /** One line for each turn: whose, for which date where there are several, and which rank. */
    private List<String> waiting(List<RegistrationRecord> waiting, boolean byDate, CentreRecord centre, Moments moments) {
        return waiting.stream().collect(Collectors.groupingBy(one -> new Turn(byDate ? one.seats().getFirst().startsAt() : null, one.rank()),
                LinkedHashMap::new, Collectors.toList())).entrySet().stream().map(turn -> {
                    var date = turn.getKey().date();
                    var whose = date == null ? names(turn.getValue())
                            : getTranslation("registrations.family.who-when", names(turn.getValue()), moments.brief(date, centre.zone()));
                    return getTranslation("registrations.family.done-wait", whose, turn.getKey().rank());
                }).toList();
    }

    /** A few dates are all told, with the names where not everybody comes to each; of a series the first one. */
    private Optional<Component> dates(List<RegistrationRecord> placed, CentreRecord centre, Moments moments) {
        var dates = placed.stream().flatMap(one -> one.dates().stream()).map(SeatRecord::startsAt).distinct().sorted().toList();
        if (dates.size() > 1 && dates.size() <= FEW_DATES) {
            return Optional.of(new UnorderedList(dates.stream().map(date -> {
                var there = names(placed.stream().filter(one -> one.dates().stream().anyMatch(seat -> seat.startsAt().equals(date))).toList());
                var when = moments.brief(date, centre.zone());
                return new ListItem(there.equals(names(placed)) ? when : getTranslation("registrations.family.when-who", when, there));
            }).toArray(ListItem[]::new)));
        }
        return dates.stream().findFirst().map(date -> new Paragraph(
                getTranslation(dates.size() == 1 ? "registrations.family.done-only" : "registrations.family.done-first", moments.full(date, centre.zone()))));
    }

    /** "C’est fait, vous êtes 2 à venir." */
    static String title(Div place, List<RegistrationRecord> request) {
        if (isAsked(request)) {
            return place.getTranslation("registrations.family.done-asked-title");
        }
        var placed = request.stream().filter(DoneStep::hasPlace).map(RegistrationRecord::personName).distinct().toList();
        return switch (placed.size()) {
            case 0 -> place.getTranslation("registrations.family.done-waiting-title");
            case 1 -> place.getTranslation("registrations.family.done-title-one", placed.getFirst());
            default -> place.getTranslation("registrations.family.done-title", placed.size());
        };
    }

    /** Whether this page has words for the request as it stands now: none for an offer that waits for an answer, nor for what is over. */
    static boolean tells(List<RegistrationRecord> request) {
        return request.stream().anyMatch(one -> one.state().isActive())
                && request.stream().noneMatch(one -> one.state() == RegistrationState.OFFERED);
    }

    private static boolean hasPlace(RegistrationRecord one) {
        return HAVE_A_PLACE.contains(one.state());
    }

    private static boolean isAsked(List<RegistrationRecord> request) {
        return request.stream().anyMatch(DoneStep::isAsked);
    }

    private static boolean isAsked(RegistrationRecord one) {
        return one.state() == RegistrationState.REQUESTED;
    }

    /** What comes next: a letter, where there is an address for it; otherwise a call; otherwise nothing that comes by itself. */
    private static String next(List<RegistrationRecord> request, boolean somePlaced, HouseholdRecord household) {
        var key = isAsked(request) ? "registrations.family.done-asked" : somePlaced ? "registrations.family.done" : "registrations.family.done-wait";
        var way = wayTo(household);
        if (!way.equals("next")) {
            return key + "-" + way;
        }
        return key + (isAsked(request) || !somePlaced ? "-next" : "-message");
    }

    /** How this family hears of what comes next, as keys of words end: by a letter, a call, or not by itself. */
    static String wayTo(HouseholdRecord household) {
        if (!household.contacts(ContactKind.MAIL).isEmpty()) {
            return "next";
        }
        return household.contacts().isEmpty() ? "no-contact" : "phone";
    }

    private String why(RegistrationRecord waiting) {
        return waiting.waits() == null ? "" : getTranslation("registrations.wait." + waiting.waits().word()) + " ";
    }

    private static String names(List<RegistrationRecord> some) {
        return some.stream().map(RegistrationRecord::personName).distinct().collect(Collectors.joining(", "));
    }
}
