package fr.preau.accounts.signin;

import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A way in that somebody asked for: good for ten minutes and for once. Of its secret it holds only a hash. */
@Entity
class SignInTicket {

    static final Duration LIFE = Duration.ofMinutes(10);
    /** Guesses on one code of six digits by people who only know a name: ten in a million, one chance in 100,000. */
    static final int GUESSES_BY_NAME = 10;
    /** Guesses on one code of nine digits: ten thousand in a billion, the same chance. */
    static final int GUESSES_AT_A_LONG_CODE = 10_000;
    /** Guesses by who holds the slip, the mail or the password. */
    static final int GUESSES_AT_HAND = 5;

    enum Kind {
        LINK, PASSWORD_LINK, DESK_CODE, SECOND_FACTOR, PASSKEY, NEW_PASSKEY
    }

    @Id
    private UUID id;
    @Enumerated(EnumType.STRING)
    private Kind kind;
    private @Nullable UUID accountId;
    private @Nullable UUID centreId;
    private @Nullable String email;
    private @Nullable String nameHash;
    private String secretHash;
    private @Nullable String browserHash;
    private String wayOn;
    private boolean sharedComputer;
    private int wrongGuesses;
    private int wrongAtHand;
    private boolean longCode;
    private Instant madeAt;
    private Instant expiresAt;
    private @Nullable Instant usedAt;
    @Version
    private int version;

    protected SignInTicket() {
    }

    private SignInTicket(UUID id, Kind kind, @Nullable UUID account, String secretHash, WayOn way, Instant now) {
        this.id = id;
        this.kind = kind;
        this.accountId = account;
        this.secretHash = secretHash;
        this.wayOn = way.path();
        this.sharedComputer = way.sharedComputer();
        this.madeAt = now;
        this.expiresAt = now.plus(LIFE);
    }

    /** A link for an address, bound to the browser that asked. Whether the address has an account is no matter here. */
    static SignInTicket link(Kind kind, UUID id, EmailAddress mail, @Nullable UUID account, String secretHash,
                             String browserHash, WayOn way, Instant now) {
        var ticket = new SignInTicket(id, kind, account, secretHash, way, now);
        ticket.email = mail.value();
        ticket.browserHash = browserHash;
        return ticket;
    }

    /** A code that the reception of a centre gives to somebody; the browser that first uses it is the only one. */
    static SignInTicket deskCode(UUID id, UUID account, UUID centre, String nameHash, String secretHash, Instant now) {
        var ticket = new SignInTicket(id, Kind.DESK_CODE, account, secretHash, WayOn.HOME, now);
        ticket.centreId = centre;
        ticket.nameHash = nameHash;
        return ticket;
    }

    /** A code of nine digits, for somebody whom guesses at six keep out. */
    static SignInTicket longDeskCode(UUID id, UUID account, UUID centre, String nameHash, String secretHash, Instant now) {
        var ticket = deskCode(id, account, centre, nameHash, secretHash, now);
        ticket.longCode = true;
        return ticket;
    }

    /** The step between the right password and the second factor, in the same browser; its secret is that password. */
    static SignInTicket secondFactor(UUID id, UUID account, String secretHash, String browserHash, WayOn way, Instant now) {
        var ticket = new SignInTicket(id, Kind.SECOND_FACTOR, account, secretHash, way, now);
        ticket.browserHash = browserHash;
        return ticket;
    }

    /** A question to whatever passkey the browser that asks will find. */
    static SignInTicket passkey(String browserHash, WayOn way, Instant now) {
        var ticket = new SignInTicket(Ids.next(), Kind.PASSKEY, null, "", way, now);
        ticket.browserHash = browserHash;
        return ticket;
    }

    /** A question that makes a passkey for an account whose owner is signed in. */
    static SignInTicket newPasskey(UUID account, Instant now) {
        return new SignInTicket(Ids.next(), Kind.NEW_PASSKEY, account, "", WayOn.HOME, now);
    }

    boolean isUsed() {
        return usedAt != null;
    }

    boolean isTooOld(Instant now) {
        return !now.isBefore(expiresAt);
    }

    boolean isOpen(Instant now) {
        return !isUsed() && !isTooOld(now);
    }

    boolean hasSecret(String hash) {
        return Keys.same(secretHash, hash);
    }

    boolean isBoundTo(@Nullable String hash) {
        return browserHash != null && hash != null && Keys.same(browserHash, hash);
    }

    /** @throws IllegalStateException when it was used before, or its time is over */
    void use(Instant now) {
        if (!isOpen(now)) {
            throw new IllegalStateException("Used or too old");
        }
        usedAt = now;
    }

    /** A newer one has taken its place. */
    void withdraw(Instant now) {
        if (usedAt == null) {
            usedAt = now;
        }
    }

    void countWrongGuess() {
        wrongGuesses++;
    }

    void countWrongAtHand() {
        wrongAtHand++;
    }

    boolean takesGuessesByName() {
        return wrongGuesses < (longCode ? GUESSES_AT_A_LONG_CODE : GUESSES_BY_NAME);
    }

    /** Nine digits: whoever tries here, and however often, cannot guess them. */
    boolean isLongCode() {
        return longCode;
    }

    boolean takesGuessesAtHand() {
        return wrongAtHand < GUESSES_AT_HAND;
    }

    UUID id() {
        return id;
    }

    Kind kind() {
        return kind;
    }

    Optional<UUID> account() {
        return Optional.ofNullable(accountId);
    }

    /** Whose reception gave this code; none for all other tickets. */
    Optional<UUID> centre() {
        return Optional.ofNullable(centreId);
    }

    Optional<EmailAddress> mail() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    Instant expiresAt() {
        return expiresAt;
    }

    WayOn wayOn() {
        return new WayOn(wayOn, sharedComputer);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SignInTicket that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
