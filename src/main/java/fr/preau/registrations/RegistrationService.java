package fr.preau.registrations;

import fr.preau.accounts.CurrentUser;
import fr.preau.base.AllowedTo;
import fr.preau.base.NotHereException;
import fr.preau.base.RetriedTransaction;
import fr.preau.base.Role;
import fr.preau.people.HouseholdRecord;
import fr.preau.people.HouseholdService;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a family does with its registrations, from its own account. Every method looks at the household that the account
 * has in the current centre: another's is not found.
 */
@Service
@AllowedTo(Role.SIGNED_IN)
public class RegistrationService {

    static final int REQUESTS_A_PAGE = 10;

    private final Register register;
    private final Cancellation cancellation;
    private final JustCancelled justCancelled;
    private final RegistrationSheets sheets;
    private final RegistrationHistories histories;
    private final RegistrationCalendar calendar;
    private final KeptDrafts drafts;
    private final HouseholdService households;
    private final RetriedTransaction transactions;
    private final Clock clock;

    RegistrationService(Register register, Cancellation cancellation, JustCancelled justCancelled, RegistrationSheets sheets, RegistrationHistories histories,
                        RegistrationCalendar calendar, KeptDrafts drafts, HouseholdService households, RetriedTransaction transactions, Clock clock) {
        this.register = register;
        this.cancellation = cancellation;
        this.justCancelled = justCancelled;
        this.sheets = sheets;
        this.histories = histories;
        this.calendar = calendar;
        this.drafts = drafts;
        this.households = households;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What would happen, person by person. Writes nothing and locks nothing.
     *
     * @param sessions the chosen ones; empty for a whole series
     */
    @Transactional(readOnly = true)
    public Preview preview(UUID group, Collection<UUID> persons, Set<UUID> sessions, PartyRule rule) {
        return register.preview(own(), group, persons, sessions, rule, DeskTerms.ordinary());
    }

    /** Registers persons of one's own household: one gesture, one request, one letter, however often it is sent. */
    public RegisterOutcome register(RegisterCommand command) {
        var household = own();
        if (!household.id().equals(command.household()) || command.channel() != Channel.WEB) {
            throw new NotHereException("No such household of this account");
        }
        return register.register(command, household, DeskTerms.ordinary(), By.family(Channel.WEB));
    }

    /** All that goes on of one's household, the newest first. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> mine() {
        return households.idOfMine().map(sheets::activeOf).orElse(List.of());
    }

    /**
     * What is over of one's household, the newest requests first, some at a time.
     *
     * @param page counted from 0
     */
    @Transactional(readOnly = true)
    public EndedRegistrations ended(int page) {
        int from = page * REQUESTS_A_PAGE;
        var requests = households.idOfMine().map(household -> sheets.requestsEndedOf(household, from, REQUESTS_A_PAGE + 1)).orElse(List.of());
        return new EndedRegistrations(sheets.endedOf(requests.stream().limit(REQUESTS_A_PAGE).toList()), requests.size() > REQUESTS_A_PAGE);
    }

    /** One request of one's household, with all its registrations; nothing when it is another's. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> request(UUID request) {
        var household = ownId();
        return sheets.ofRequest(request).stream().filter(one -> one.householdId().equals(household)).toList();
    }

    /** The dates of one request of one's household for one's own calendar; nothing when it is another's, or nobody has a place. */
    @Transactional(readOnly = true)
    public Optional<String> calendar(UUID request) {
        return calendar.file(request(request));
    }

    /** What happened to one's household's request so far, the oldest first; nothing when it is another's. */
    @Transactional(readOnly = true)
    public List<HistoryLine> history(UUID request) {
        return request(request).isEmpty() ? List.of() : histories.of(request);
    }

    /** Gives up registrations; their places go to the head of the list at once. */
    public CancelOutcome cancel(Set<UUID> ids) {
        requireOwn(ids);
        return cancellation.cancel(ids, RegistrationState.CANCELLED_BY_FAMILY, By.family(Channel.WEB));
    }

    /** What one's household gave up in the last minutes and can still have back, unless somebody is faster. */
    @Transactional(readOnly = true)
    public List<RegistrationRecord> canComeBack() {
        return households.idOfMine().map(justCancelled::ofHousehold).orElse(List.of());
    }

    /** Whether there is room for all of these, which were given up in several gestures; otherwise one way back closes another. */
    @Transactional(readOnly = true)
    public boolean isRoomForAll(Set<UUID> ids) {
        requireOwn(ids);
        return cancellation.isRoomForAll(ids);
    }

    /** Takes a cancellation of the last minutes back, if nobody else has the places by now. */
    public UndoOutcome undoCancel(Set<UUID> ids) {
        requireOwn(ids);
        return cancellation.undo(ids, By.family(Channel.WEB));
    }

    /** Keeps what somebody has typed so far for this group; what it means is the screen's business. */
    public void keepDraft(UUID group, String content) {
        var account = CurrentUser.require().account();
        transactions.run(() -> drafts.keep(account, group, content, clock.instant()));
    }

    /** What was kept, if it is not older than thirty days. */
    @Transactional(readOnly = true)
    public Optional<String> draft(UUID group) {
        return drafts.of(CurrentUser.require().account(), group);
    }

    private HouseholdRecord own() {
        return households.mine().orElseThrow(() -> new NotHereException("This account has no household here"));
    }

    private UUID ownId() {
        return households.idOfMine()
                .orElseThrow(() -> new NotHereException("This account has no household here"));
    }

    private void requireOwn(Set<UUID> ids) {
        var household = ownId();
        if (ids.isEmpty() || !sheets.households(ids).equals(Set.of(household)) || sheets.count(ids) != ids.size()) {
            throw new NotHereException("No such registration of this household");
        }
    }
}
