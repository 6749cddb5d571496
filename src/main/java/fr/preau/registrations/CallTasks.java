package fr.preau.registrations;

import fr.preau.base.CurrentCentre;
import fr.preau.base.NotHereException;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What reception still has to tell, found by what it is about; its SQL reads only and names the centre. */
@Component
class CallTasks {

    /** True as long as the family waits. */
    private static final Set<CallReason> OF_WHO_WAITS = EnumSet.of(CallReason.PAUSED, CallReason.RESUMED);

    private static final String TRUE_OF_THE_ACTIVITY = "AND t.about = CASE a.status WHEN 'SUSPENDED' THEN 'PAUSED' WHEN 'PUBLISHED' THEN 'RESUMED' END";

    private final EntityManager database;
    private final JdbcClient sql;

    CallTasks(EntityManager database, JdbcClient sql) {
        this.database = database;
        this.sql = sql;
    }

    /** The family was called, or nobody answered: that is said of all that was one act. */
    void done(UUID call, By by, Instant now) {
        actOf(require(call)).forEach(one -> one.done(by.account(), by.reason(), now));
    }

    /**
     * The family was not called after all. Of a pause that is over by now it has heard nothing then, and needs to hear nothing of its
     * end; so it is with an end after which there is another pause.
     */
    void again(UUID id, Instant now) {
        var call = require(id);
        if (isSoNow(call)) {
            actOf(call).forEach(CallTask::reopen);
        } else {
            var after = call.about() == CallReason.PAUSED ? CallReason.RESUMED : CallReason.PAUSED;
            openIn(groupsOfTheActivity(call), after).stream().filter(one -> one.householdId().equals(call.householdId()))
                    .forEach(one -> one.done(null, null, now));
        }
    }

    private CallTask require(UUID call) {
        return withIds(Set.of(call)).stream().findFirst().orElseThrow(() -> new NotHereException("No such call"));
    }

    private List<CallTask> withIds(Collection<UUID> calls) {
        return database.createQuery("select t from CallTask t where t.id in :calls", CallTask.class).setParameter("calls", calls).getResultList();
    }

    private List<CallTask> actOf(CallTask call) {
        return database.createQuery("select t from CallTask t where t.householdId = :household and t.createdAt = :when", CallTask.class)
                .setParameter("household", call.householdId()).setParameter("when", call.createdAt()).getResultList().stream()
                .filter(call::isOfTheSameActAs).toList();
    }

    /** What is told of a pause is true as long as it lasts, and for whom still waits; all else happened, whatever came after. */
    private boolean isSoNow(CallTask call) {
        return !OF_WHO_WAITS.contains(call.about()) || !ofWhoStillWaits(List.of(call)).isEmpty() && sql.sql("""
                SELECT t.id FROM call_task t
                JOIN registration_request q ON q.centre_id = t.centre_id AND q.id = t.request_id
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE t.centre_id = :centre AND t.id = :call\s""" + TRUE_OF_THE_ACTIVITY)
                .param("centre", CurrentCentre.require()).param("call", call.id()).query(UUID.class).optional().isPresent();
    }

    private List<UUID> groupsOfTheActivity(CallTask call) {
        return sql.sql("""
                SELECT o.id FROM registration_request q
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                JOIN activity_group o ON o.centre_id = g.centre_id AND o.activity_id = g.activity_id
                WHERE q.centre_id = :centre AND q.id = :request""")
                .param("centre", CurrentCentre.require()).param("request", call.requestId()).query(UUID.class).list();
    }

    /** For this reason, about requests in these groups. */
    List<CallTask> openIn(Collection<UUID> groups, CallReason why) {
        return database.createQuery("""
                select t from CallTask t where t.about = :why and t.doneAt is null
                  and t.requestId in (select q.id from RegistrationRequest q where q.groupId in :groups)""", CallTask.class)
                .setParameter("why", why).setParameter("groups", groups).getResultList();
    }

    /** Of a pause, or of its end, nobody has to be told any more whose family has stopped to wait in that activity altogether. */
    void closeForWhoWaitsNoMore(Collection<Registration> some, Instant now) {
        if (some.isEmpty()) {
            return;
        }
        var open = database.createQuery("select t from CallTask t where t.householdId in :households and t.about in :reasons and t.doneAt is null",
                CallTask.class).setParameter("households", some.stream().map(Registration::householdId).collect(Collectors.toSet()))
                .setParameter("reasons", OF_WHO_WAITS).getResultList();
        if (!open.isEmpty()) {
            database.flush();
            var stillTrue = ofWhoStillWaits(open);
            open.stream().filter(call -> !stillTrue.contains(call.id())).forEach(call -> call.done(null, null, now));
        }
    }

    /** Whoever waits again, since an end or a yes was taken back, hears of the pause or of its end if nobody had told her before. */
    void openForWhoWaitsAgain(Collection<Registration> some) {
        if (some.isEmpty()) {
            return;
        }
        database.flush();
        var untold = sql.sql("""
                SELECT t.id FROM call_task t
                JOIN registration_request q ON q.centre_id = t.centre_id AND q.id = t.request_id
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                JOIN activity a ON a.centre_id = g.centre_id AND a.id = g.activity_id
                WHERE t.centre_id = :centre AND t.request_id IN (:requests) AND t.done_at IS NOT NULL AND t.done_by IS NULL
                  AND NOT EXISTS (
                    SELECT 1 FROM call_task o
                    WHERE o.centre_id = t.centre_id AND o.request_id = t.request_id AND o.about IN (:reasons) AND o.created_at > t.created_at)
                  \s""" + TRUE_OF_THE_ACTIVITY)
                .param("centre", CurrentCentre.require())
                .param("requests", some.stream().map(Registration::requestId).toList())
                .param("reasons", OF_WHO_WAITS.stream().map(Enum::name).toList()).query(UUID.class).list();
        if (!untold.isEmpty()) {
            var calls = withIds(untold);
            var stillTrue = ofWhoStillWaits(calls);
            calls.stream().filter(call -> stillTrue.contains(call.id())).forEach(CallTask::reopen);
        }
    }

    private Set<UUID> ofWhoStillWaits(List<CallTask> calls) {
        return new HashSet<>(sql.sql("""
                SELECT t.id FROM call_task t
                JOIN registration_request q ON q.centre_id = t.centre_id AND q.id = t.request_id
                JOIN activity_group g ON g.centre_id = q.centre_id AND g.id = q.group_id
                WHERE t.centre_id = :centre AND t.id IN (:calls) AND EXISTS (
                  SELECT 1 FROM registration r JOIN activity_group o ON o.centre_id = r.centre_id AND o.id = r.group_id
                  WHERE r.centre_id = t.centre_id AND r.household_id = t.household_id AND r.state IN (:wait) AND o.activity_id = g.activity_id)""")
                .param("centre", CurrentCentre.require()).param("calls", calls.stream().map(CallTask::id).toList())
                .param("wait", HopefulFamilies.WAIT.stream().map(Enum::name).toList()).query(UUID.class).list());
    }
}
