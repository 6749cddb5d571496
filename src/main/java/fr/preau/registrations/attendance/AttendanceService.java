package fr.preau.registrations.attendance;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.base.UniqueKey;
import fr.preau.people.Outcome;
import fr.preau.people.PersonDetails;
import fr.preau.people.Rules;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes who came. One person's absence changes nothing for others, and nothing in the registration. At a session that does not take
 * place nobody is noted; what was noted before it was called off may be taken back.
 */
@Service
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class AttendanceService {

    private static final UniqueKey ONCE_A_SESSION = UniqueKey.named("once_a_session");

    private final AttendanceQueries queries;
    private final Attendances attendances;
    private final Rules rules;
    private final RetriedTransaction transactions;
    private final Clock clock;

    AttendanceService(AttendanceQueries queries, Attendances attendances, Rules rules, RetriedTransaction transactions, Clock clock) {
        this.queries = queries;
        this.attendances = attendances;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The sheet of a session.
     *
     * @throws NotHereException when this centre has no such session
     */
    @Transactional(readOnly = true)
    public AttendanceSheet sheet(UUID session) {
        return queries.sheet(session).orElseThrow(() -> new NotHereException("No such session"));
    }

    /** Marks somebody who is on the sheet, now or later; who it was before stays in the trace. No mark takes it back. */
    public void mark(UUID session, UUID person, @Nullable AttendanceMark mark) {
        if (sheetToNote(session, mark).lines().stream().noneMatch(line -> person.equals(line.person()))) {
            throw new NotHereException("Not on this sheet");
        }
        once(() -> {
            var line = attendances.of(session, person).orElseGet(() -> attendances.add(Attendance.expected(session, person, clock.instant())));
            mark(line, mark);
        });
    }

    /** Marks a line of which only the name is known. */
    public void markLine(UUID attendance, @Nullable AttendanceMark mark) {
        transactions.run(() -> {
            var line = attendances.line(attendance).orElseThrow(() -> new NotHereException("No such line"));
            sheetToNote(line.sessionId(), mark);
            mark(line, mark);
        });
    }

    /** Somebody of the centre's families came without being registered; a second tap changes nothing. */
    public void walkIn(UUID session, UUID person) {
        sheetToNote(session, AttendanceMark.PRESENT);
        once(() -> {
            var line = attendances.of(session, person).orElseGet(() -> attendances.add(Attendance.walkIn(session, person, clock.instant())));
            mark(line, AttendanceMark.PRESENT);
        });
    }

    /** Somebody unknown came: a name is enough, held to the rules for all names. Answers the new line. */
    public Outcome<UUID> walkIn(UUID session, String firstName, String lastName) {
        sheetToNote(session, AttendanceMark.PRESENT);
        var typed = PersonDetails.adult(firstName, lastName);
        var broken = rules.broken(typed);
        if (!broken.isEmpty()) {
            return Outcome.refused(broken);
        }
        return Outcome.done(transactions.call(() -> {
            var line = attendances.add(Attendance.walkIn(session, typed.firstName(), typed.lastName(), clock.instant()));
            mark(line, AttendanceMark.PRESENT);
            return line.id();
        }));
    }

    /** Every mark that was set or corrected on a sheet, the oldest first. */
    @Transactional(readOnly = true)
    public List<AttendanceTrace> trace(UUID session) {
        return queries.trace(session);
    }

    private void mark(Attendance line, @Nullable AttendanceMark mark) {
        line.mark(mark, CurrentUser.account().orElse(null), clock.instant()).ifPresent(attendances::add);
    }

    private AttendanceSheet sheetToNote(UUID session, @Nullable AttendanceMark mark) {
        return queries.sheet(session).filter(sheet -> mark == null || !sheet.cancelled())
                .orElseThrow(() -> new NotHereException("No such session, or it does not take place"));
    }

    /** Two phones may note the same person for the first time at once: the key lets one in, the other finds its line. */
    private void once(Runnable work) {
        ONCE_A_SESSION.again(() -> {
            transactions.run(work);
            return Boolean.TRUE;
        });
    }
}
