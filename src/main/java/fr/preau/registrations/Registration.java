package fr.preau.registrations;

import fr.preau.base.Ids;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** One person in one request, for a whole series or for one session. Guards its own steps and the seats that follow from them. */
@Entity
class Registration {

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID requestId;
    private UUID householdId;
    private UUID groupId;
    private @Nullable UUID sessionId;
    private UUID personId;
    @Enumerated(EnumType.STRING)
    private RegistrationState state;
    @Embedded
    private Turn turn;
    @Embedded
    private @Nullable Hold hold;
    @Enumerated(EnumType.STRING)
    private @Nullable WaitReason waitsBecause;
    private boolean overbooked;
    private Instant changedAt;
    private @Nullable UUID calendarId;
    @OneToMany(mappedBy = "registration", cascade = CascadeType.PERSIST)
    private List<Seat> seats = new ArrayList<>();
    @Version
    private int version;

    protected Registration() {
    }

    /**
     * A person who now enters the group.
     *
     * @param sessionId the one session asked for; nothing for the whole series
     * @param turn      the party's turn in the list
     */
    Registration(RegistrationRequest request, UUID personId, @Nullable UUID sessionId, Turn turn, Instant now) {
        this.id = Ids.next();
        this.requestId = request.id();
        this.householdId = request.householdId();
        this.groupId = request.groupId();
        this.sessionId = sessionId;
        this.personId = personId;
        this.turn = turn;
        this.state = RegistrationState.DRAFT;
        this.changedAt = now;
    }

    /** Enters for these sessions, in this state; the answer is the line for the history. */
    RegistrationStep enter(RegistrationState first, Collection<UUID> sessions, By by, Instant now, SeatLedger ledger) {
        var standing = Standing.in(first);
        for (UUID session : sessions) {
            seats.add(new Seat(this, session, personId, standing));
            ledger.moved(session, Standing.RELEASED, standing);
        }
        return become(first, by, now, ledger).orElseThrow();
    }

    /**
     * Enters in place of one whose end is taken back, for what was told of it: calendars find the same entries, and believe the
     * higher numbers.
     */
    RegistrationStep enterAgain(Registration ended, RegistrationState as, Collection<UUID> sessions, By by, Instant now, SeatLedger ledger) {
        waitsBecause = ended.waitsBecause();
        calendarId = ended.calendarId();
        var step = enter(as, sessions, by, now, ledger);
        seats.forEach(seat -> ended.seats().stream().filter(before -> before.sessionId().equals(seat.sessionId())).forEach(seat::follow));
        return step;
    }

    /**
     * Takes a step; nothing when it stands there already, so that a step that is sent twice is one.
     *
     * @throws IllegalTransitionException when the table of states does not have this step
     */
    Optional<RegistrationStep> become(RegistrationState next, By by, Instant now, SeatLedger ledger) {
        if (state == next) {
            return Optional.empty();
        }
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException(state, next);
        }
        var step = new RegistrationStep(id, state, next, by, now);
        state = next;
        changedAt = now;
        if (next != RegistrationState.PRE_REGISTERED) {
            hold = null;
        }
        if (next == RegistrationState.COMPLETED) {
            return Optional.of(step);
        }
        overbooked &= next.takesPlace();
        var standing = Standing.in(next);
        seats.forEach(seat -> seat.become(standing, ledger));
        return Optional.of(step);
    }

    /** Takes part in sessions that were added to the series since; the seat is as the registration is. */
    void join(Collection<UUID> sessions, SeatLedger ledger) {
        var standing = Standing.in(state);
        missing(sessions).forEach(session -> {
            seats.add(new Seat(this, session, personId, standing));
            ledger.moved(session, Standing.RELEASED, standing);
        });
    }

    /** Whether the person sits or waits in one of these. */
    boolean sitsIn(Collection<UUID> sessions) {
        return seats.stream().anyMatch(seat -> seat.standing() != Standing.RELEASED && sessions.contains(seat.sessionId()));
    }

    /** Those of these sessions that it knows nothing of yet. */
    List<UUID> missing(Collection<UUID> sessions) {
        return sessions.stream().filter(session -> seats.stream().noneMatch(seat -> seat.sessionId().equals(session))).toList();
    }

    /** Keeps the place until then; this is written into the step with which it began. */
    RegistrationStep hold(RegistrationStep begun, Instant deadline, @Nullable String whatIsMissing) {
        hold = new Hold(deadline, whatIsMissing);
        return begun.keepingUntil(deadline);
    }

    /** Its sessions begin earlier than when the place was promised; the history keeps what was said then. */
    void heldNoLongerThan(Instant latest) {
        if (hold != null) {
            hold = hold.noLongerThan(latest);
        }
    }

    /** Goes on waiting as this party, with the turn that it has; the answer is the line for the history. */
    RegistrationStep waitsForItself(UUID party, By by, Instant now) {
        turn = turn.ofParty(party);
        return new RegistrationStep(id, state, state, by, now);
    }

    /** Goes into the list, for this reason; it stays known when a place comes later. */
    void waitsBecause(@Nullable WaitReason why) {
        waitsBecause = why;
    }

    /** Let in beyond the number of places, by somebody who may. */
    void markOverbooked() {
        overbooked = true;
    }

    /** There is a place now for whoever was let in beyond them; why she was stays in the history. */
    void isWithinThePlaces() {
        overbooked = false;
    }

    /** The yes is taken back: the request waits for an answer again, with the turn that it had. The answer is the line for the history. */
    Optional<RegistrationStep> asksAgain(By by, Instant now, SeatLedger ledger) {
        waitsBecause = WaitReason.APPROVAL;
        return become(RegistrationState.REQUESTED, by, now, ledger);
    }

    /** Lets go of sessions of a series, which do not take place. */
    void releaseSeatsIn(Collection<UUID> sessions, SeatLedger ledger) {
        seats.stream().filter(seat -> sessions.contains(seat.sessionId())).forEach(seat -> seat.become(Standing.RELEASED, ledger));
    }

    void sessionsMoved(Collection<UUID> sessions) {
        seats.stream().filter(seat -> sessions.contains(seat.sessionId())).forEach(Seat::sessionMoved);
    }

    /** Whether it stands, or stood, for the same in the same request after this one had ended, whose end was taken back. */
    boolean comesAfter(Registration ended) {
        return requestId.equals(ended.requestId) && personId.equals(ended.personId) && Objects.equals(sessionId, ended.sessionId)
                && changedAt.isAfter(ended.changedAt);
    }

    UUID id() {
        return id;
    }

    UUID requestId() {
        return requestId;
    }

    UUID householdId() {
        return householdId;
    }

    UUID groupId() {
        return groupId;
    }

    @Nullable UUID sessionId() {
        return sessionId;
    }

    UUID personId() {
        return personId;
    }

    UUID partyId() {
        return turn.party();
    }

    RegistrationState state() {
        return state;
    }

    Turn turn() {
        return turn;
    }

    @Nullable Instant heldUntil() {
        return hold == null ? null : hold.deadline();
    }

    @Nullable WaitReason waitsBecause() {
        return waitsBecause;
    }

    boolean overbooked() {
        return overbooked;
    }

    Instant changedAt() {
        return changedAt;
    }

    /** What calendars know its dates by. */
    UUID calendarId() {
        return calendarId == null ? id : calendarId;
    }

    List<Seat> seats() {
        return List.copyOf(seats);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Registration that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
