package fr.preau.registrations;

import fr.preau.base.AllowedTo;
import fr.preau.base.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whoever of the team knows the activity says yes or no to those who ask for it. */
@Service
@AllowedTo({Role.ANIMATOR, Role.RECEPTION, Role.DIRECTOR})
public class ApprovalService {

    /** How long a yes can be taken back. */
    public static final Duration TAKEN_BACK_WITHIN = Cancellation.UNDO;

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
        return approval.accept(sheets.known(registrations), DeskTerms.ordinary(), By.staff(Channel.DESK, null));
    }

    /** Says yes beyond the number of places, where there is no place left; the reason stays in the history. */
    @AllowedTo({Role.RECEPTION, Role.DIRECTOR})
    public ApprovalOutcome acceptBeyond(Set<UUID> registrations, String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A reason is needed; the screen asks for it");
        }
        return approval.accept(sheets.known(registrations), DeskTerms.ordinary().overbooking(reason), By.staff(Channel.DESK, null));
    }

    /**
     * Takes a yes back, within the same minutes as a cancellation: the request waits for an answer again, with its turn. The
     * family is told, unless it has not heard of the yes.
     */
    public UndoOutcome takeBack(Set<UUID> registrations) {
        return approval.takeBack(sheets.known(registrations), By.staff(Channel.DESK, null));
    }

    /** How many requests for this group have no answer yet. */
    @Transactional(readOnly = true)
    public int unanswered(UUID group) {
        return approval.unanswered(group);
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
        return approval.refuse(sheets.known(registrations), By.staff(Channel.DESK, reason.strip()));
    }
}
