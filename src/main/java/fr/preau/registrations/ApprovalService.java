package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever of the team knows the activity says yes or no to those who ask for it. */
@Service
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class ApprovalService {

    private final Approval approval;
    private final RegistrationSheets sheets;

    ApprovalService(Approval approval, RegistrationSheets sheets) {
        this.approval = approval;
        this.sheets = sheets;
    }

    /** What of a request waits for an answer; empty when nothing does. */
    @Transactional(readOnly = true)
    public List<PendingRequest> pending(UUID request) {
        return approval.pending(request);
    }

    /** Says yes: a place, or a turn in the list by the instant of the request. Who asked together is accepted together. */
    public ApprovalOutcome accept(Set<UUID> registrations) {
        return approval.accept(known(registrations), By.staff(null, null));
    }

    /**
     * Says no; the family reads why.
     *
     * @throws IllegalArgumentException without a reason, for which the screen asks
     */
    public ApprovalOutcome refuse(Set<UUID> registrations, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed; the screen asks for it");
        }
        return approval.refuse(known(registrations), By.staff(null, reason.strip()));
    }

    private Set<UUID> known(Set<UUID> ids) {
        if (ids.isEmpty() || sheets.count(ids) != ids.size()) {
            throw new NoSuchElementException("No such registration in this centre");
        }
        return ids;
    }
}
