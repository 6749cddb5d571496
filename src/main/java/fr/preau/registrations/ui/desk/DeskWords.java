package fr.preau.registrations.ui.desk;

import fr.preau.base.Moments;
import fr.preau.base.Texts;
import fr.preau.base.Tint;
import fr.preau.base.ui.Label;
import fr.preau.centres.CentreService;
import fr.preau.people.ContactKind;
import fr.preau.people.HouseholdRecord;
import fr.preau.registrations.CallLine;
import fr.preau.registrations.CallReason;
import fr.preau.registrations.RegistrationRecord;
import fr.preau.registrations.RegistrationRefusal;
import fr.preau.registrations.RegistrationState;
import fr.preau.registrations.attendance.AttendanceMark;
import fr.preau.registrations.followup.FollowUpLine;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How registrations are said on the staff's screens: states, ranks, dates. */
@Component
class DeskWords {

    /** As many as one reads at a glance before one dials. */
    private static final int MOST_DATES = 3;

    private final Texts texts;
    private final Moments moments;
    private final CentreService centres;
    private final Clock clock;

    DeskWords(Texts texts, Moments moments, CentreService centres, Clock clock) {
        this.texts = texts;
        this.moments = moments;
        this.centres = centres;
        this.clock = clock;
    }

    String say(String key, Object... facts) {
        return texts.say("registrations.desk." + key, facts);
    }

    /** The same where it matters how this family hears of it: to one without an address nothing is written. */
    String sayOf(HouseholdRecord family, String key, Object... facts) {
        return say(family.contacts(ContactKind.MAIL).isEmpty() ? key + "-no-mail" : key, facts);
    }

    /** Why somebody cannot come. */
    String why(RegistrationRefusal refusal) {
        return texts.say(refusal);
    }

    String slug() {
        return centres.current().slug();
    }

    String centre() {
        return centres.current().name();
    }

    ZoneId zone() {
        return centres.current().zone();
    }

    String full(Instant moment) {
        return moments.full(moment, centres.current().zone());
    }

    String brief(Instant moment) {
        return moments.brief(moment, centres.current().zone());
    }

    String hour(Instant moment) {
        return moments.time(moment.atZone(centres.current().zone()).toLocalTime());
    }

    String day(Instant moment) {
        return moments.day(moment.atZone(zone()).toLocalDate(), zone());
    }

    String longDay(Instant moment) {
        return moments.day(moment.atZone(centres.current().zone()).toLocalDate());
    }

    /** The session, or how many there are from when on. */
    String when(RegistrationRecord one) {
        return when(one.namedDates());
    }

    /** The same of what is still to come. */
    String whenToCome(RegistrationRecord one) {
        return when(one.namedDates(clock.instant()));
    }

    private String when(List<RegistrationRecord.SeatRecord> dates) {
        if (dates.isEmpty()) {
            return "";
        }
        var first = full(dates.getFirst().startsAt());
        return dates.size() == 1 ? first : say("request.series", dates.size(), first);
    }

    /** Whom it is about, and for which dates to come: each of a few, otherwise how many. */
    String whose(Collection<RegistrationRecord> some) {
        return some.stream().collect(Collectors.groupingBy(RegistrationRecord::personName, LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream().map(person -> say("request.whose", person.getKey(), dates(person.getValue()))).collect(Collectors.joining(", "));
    }

    private String dates(List<RegistrationRecord> ofOne) {
        var dates = ofOne.stream().flatMap(one -> one.namedDates(clock.instant()).stream()).map(RegistrationRecord.SeatRecord::startsAt).distinct().sorted().toList();
        return dates.size() > MOST_DATES ? say("request.series", dates.size(), full(dates.getFirst()))
                : dates.stream().map(this::brief).collect(Collectors.joining(", "));
    }

    /** The activity, and which of its groups where it has several. */
    String title(String activity, String group) {
        return group.isEmpty() ? activity : activity + ", " + group;
    }

    /** "1 en dépassement", or nothing. */
    String beyond(int overbooked) {
        return overbooked == 0 ? "" : say("beyond", overbooked);
    }

    /** Why reception calls and what there is to say, in one line. */
    String matter(CallLine call) {
        var said = new ArrayList<String>();
        said.add(say("call." + DeskNavigation.word(call.about()), call.title()));
        if (!call.names().isEmpty()) {
            said.add(String.join(", ", call.names()));
        }
        call.dates().stream().limit(MOST_DATES).map(this::date).forEach(said::add);
        if (call.dates().size() > MOST_DATES) {
            said.add(say("call-more", call.dates().size() - MOST_DATES));
        }
        if (call.until() != null) {
            said.add(say("call-until", brief(call.until())));
        }
        if (call.about() == CallReason.PLACE_CHANGED) {
            said.add(say("call-place", call.place()));
        }
        boolean over = call.over() && call.about() == CallReason.DATE_CHANGED && call.dates().isEmpty();
        if (over) {
            said.add(say("call-over"));
        }
        if (call.reason() != null) {
            said.add(say("request.history-reason", call.reason()));
        }
        return String.join(" · ", said);
    }

    /** "jeudi 5 février à 10 h, au lieu du mardi 3 février à 14 h", or that it does not take place. */
    private String date(CallLine.ChangedDate date) {
        var known = date.startedAt() == null ? date.startsAt() : date.startedAt();
        if (date.cancelled()) {
            return say("call-cancelled", brief(known));
        }
        if (date.startedAt() == null || date.endedAt() == null) {
            return brief(date.startsAt());
        }
        if (!known.equals(date.startsAt())) {
            return say("call-moved", brief(date.startsAt()), brief(known));
        }
        return date.endedAt().equals(date.endsAt()) ? say("call-as-before", brief(known))
                : say("call-ends", brief(known), hour(date.endsAt()), hour(date.endedAt()));
    }

    /** "2 places proposées", which are no persons who come yet; or nothing. */
    String offered(long places) {
        return places == 0 ? "" : ", " + say("offered", places);
    }

    Label state(FollowUpLine line) {
        return line.toCall() ? new Label(Tint.BRICK, say("to-call")) : state(line.state(), line.rank());
    }

    Label state(RegistrationRecord one) {
        return state(one.state(), one.rank());
    }

    private Label state(RegistrationState state, int rank) {
        var tint = switch (state) {
            case CONFIRMED -> Tint.LIME;
            case OFFERED, PRE_REGISTERED, REQUESTED -> Tint.SUN;
            case WAITING -> Tint.ROOF;
            default -> Tint.PLAIN;
        };
        return new Label(tint, state == RegistrationState.WAITING ? texts.say("registrations.waiting-with-rank", rank) : stateWord(state));
    }

    String stateWord(RegistrationState state) {
        return texts.say("registrations.state." + DeskNavigation.word(state));
    }

    /** "Est là", "À noter". */
    String mark(@Nullable AttendanceMark mark) {
        return say("mark." + (mark == null ? "unset" : DeskNavigation.word(mark)));
    }

    String channel(Enum<?> channel) {
        return texts.say("registrations.channel." + DeskNavigation.word(channel));
    }

    /** Since when, or until when. */
    String since(FollowUpLine line) {
        return since(line.deadline(), line.askedAt(), channel(line.channel()));
    }

    private String since(@Nullable Instant deadline, Instant askedAt, String channel) {
        return deadline == null ? say("since", day(askedAt), channel) : say("until", brief(deadline));
    }
}
