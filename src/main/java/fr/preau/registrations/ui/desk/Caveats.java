package fr.preau.registrations.ui.desk;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Notice;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.PersonRecord;
import fr.preau.registrations.Overlap;
import fr.preau.registrations.PersonRefusal;
import fr.preau.registrations.RegisterOutcome.Registered;
import fr.preau.registrations.RegistrationRefusal;
import java.io.Serializable;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What reception has to know of a registration that it just made and that the request itself does not tell: who could not come, and
 * who is expected elsewhere at the same time. It goes along to the page of the request, and stays there.
 */
record Caveats(UUID request, List<Caveat> all) implements Serializable {

    /** @param wayOn where something can be done about it, if anything can */
    record Caveat(String who, String why, @Nullable String wayOn) implements Serializable {

        private Notice shown(DeskWords words) {
            var notice = Notice.warn(why).titled(who);
            return wayOn == null ? notice : notice.then(new Link(wayOn, words.say("caveat.despite-age")));
        }
    }

    /** What was asked for: for whom, on which dates. */
    record Asked(HouseholdRecord household, Map<UUID, Instant> dates) {

        private String name(UUID person, String otherwise) {
            return household.person(person).map(PersonRecord::fullName).orElse(otherwise);
        }
    }

    /** @param form where one of these persons can be asked for alone */
    static Caveats of(Registered done, Asked asked, Function<UUID, String> form, DeskWords words) {
        var refused = refused(done.refused(), asked, form, words);
        return new Caveats(done.request(), Stream.concat(refused, overlaps(done.overlaps(), asked, words)).toList());
    }

    private static Stream<Caveat> refused(List<PersonRefusal> refused, Asked asked, Function<UUID, String> form, DeskWords words) {
        record Reason(UUID person, String name, RegistrationRefusal why) {
        }
        Map<Reason, List<PersonRefusal>> byReason = refused.stream().collect(Collectors.groupingBy(
                one -> new Reason(one.person(), asked.name(one.person(), one.name()), one.why()), LinkedHashMap::new, Collectors.toList()));
        return byReason.entrySet().stream().map(entry -> {
            var reason = entry.getKey();
            var dates = dates(entry.getValue().stream().map(PersonRefusal::session).toList(), asked, words);
            return new Caveat(dates.map(these -> words.say("caveat.who-when", reason.name(), these)).orElse(reason.name()), words.why(reason.why()),
                    reason.why().isAboutAge() ? form.apply(reason.person()) : null);
        });
    }

    /** The dates for which it holds; nothing when it holds for all of them. */
    private static Optional<String> dates(Collection<@Nullable UUID> sessions, Asked asked, DeskWords words) {
        if (sessions.stream().anyMatch(Objects::isNull) || sessions.size() >= asked.dates().size()) {
            return Optional.empty();
        }
        return Optional.of(sessions.stream().map(asked.dates()::get).filter(Objects::nonNull).sorted().map(words::brief)
                .collect(Collectors.joining(", ")));
    }

    private static Stream<Caveat> overlaps(List<Overlap> overlaps, Asked asked, DeskWords words) {
        record Elsewhere(UUID person, String title) {
        }
        Map<Elsewhere, List<Overlap>> byPlace = overlaps.stream().sorted(Comparator.comparing(Overlap::otherStartsAt)).collect(Collectors.groupingBy(
                one -> new Elsewhere(one.person(), one.otherTitle()), LinkedHashMap::new, Collectors.toList()));
        return byPlace.entrySet().stream().map(entry -> {
            var first = words.brief(entry.getValue().getFirst().otherStartsAt());
            var why = entry.getValue().size() == 1 ? words.say("caveat.overlap", entry.getKey().title(), first)
                    : words.say("caveat.overlaps", entry.getKey().title(), entry.getValue().size(), first);
            return new Caveat(asked.name(entry.getKey().person(), ""), why, null);
        });
    }

    /** Hands them over to the page that opens next in this tab. */
    void goAlong() {
        ComponentUtil.setData(UI.getCurrent(), Caveats.class, this);
    }

    /** What was handed over for this request, to be shown; read once. */
    static List<Notice> arrivedWith(UUID request, DeskWords words) {
        var handed = ComponentUtil.getData(UI.getCurrent(), Caveats.class);
        ComponentUtil.setData(UI.getCurrent(), Caveats.class, null);
        return handed == null || !handed.request().equals(request) ? List.of() : handed.all().stream().map(one -> one.shown(words)).toList();
    }
}
