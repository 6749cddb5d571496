package fr.preau.accounts;

import fr.preau.base.AllowedTo;
import fr.preau.base.CurrentCentre;
import fr.preau.base.FederationWide;
import fr.preau.base.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes down each sensitive read or change: who, when, from which centre, which object, why. */
@Service
@FederationWide
@AllowedTo(Role.THE_HOUSE)
@Transactional
public class Audit {

    private final AuditLines lines;
    private final Clock clock;

    Audit(AuditLines lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * Adds a line, in the caller's transaction when there is one: what is undone leaves none.
     *
     * @param action     in the past, for example {@code household-read}
     * @param objectType for example {@code household}
     * @param reason     never a personal value: no name, no address, no phone
     */
    public void record(String action, String objectType, @Nullable UUID objectId, @Nullable String reason) {
        lines.save(new AuditLine(clock.instant(), CurrentUser.account().orElse(null), CurrentCentre.find().orElse(null),
                action, objectType, objectId, reason));
    }

    /** What was done to an object, the latest first; at most a hundred lines. */
    @Transactional(readOnly = true)
    public List<AuditRecord> of(String objectType, UUID objectId) {
        return lines.findByObjectTypeAndObjectIdOrderByIdDesc(objectType, objectId, Limit.of(100)).stream()
                .map(AuditLine::toRecord).toList();
    }

    /** The lines that fit, the latest first; they name nobody. @param page counted from 0 */
    @AllowedTo(Role.TECHNICIAN)
    @Transactional(readOnly = true)
    public List<AuditRecord> page(AuditFilter filter, int page, int size) {
        return lines.find(filter.since(), filter.centre(), PageRequest.of(page, size)).stream().map(AuditLine::toRecord).toList();
    }

    @AllowedTo(Role.TECHNICIAN)
    @Transactional(readOnly = true)
    public long count(AuditFilter filter) {
        return lines.count(filter.since(), filter.centre());
    }
}
