package fr.preau.accounts;

import fr.preau.base.EmailAddress;
import fr.preau.base.Ids;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How somebody signs in: one for the whole federation. Who they are for a centre, a household knows. */
@Entity
class Account {

    static final int LONGEST_NAME = 160;

    @Id
    private UUID id;
    private String displayName;
    private @Nullable String email;
    private boolean disabled;
    private int sessionRound;
    private Instant createdAt;
    private @Nullable Instant lastSignIn;
    @Version
    private int version;

    protected Account() {
    }

    /** @param email nothing for who has none and signs in by a code from reception */
    Account(String displayName, @Nullable EmailAddress email, Instant now) {
        this.id = Ids.next();
        this.displayName = cut(displayName);
        this.email = email == null ? null : email.value();
        this.createdAt = now;
    }

    void rename(String name) {
        displayName = cut(name);
    }

    /** Ends every session that is open now. */
    void endSessions() {
        sessionRound++;
    }

    void disable() {
        disabled = true;
        endSessions();
    }

    void enable() {
        disabled = false;
    }

    /** Leaves nothing of the person but the id that past steps name. */
    void forget() {
        displayName = "";
        email = null;
        lastSignIn = null;
        disable();
    }

    boolean isForgotten() {
        return disabled && email == null && displayName.isEmpty();
    }

    /** Whether nobody has come in with it since then; who never has counts from when it was made. */
    boolean isUnseenSince(Instant moment) {
        return (lastSignIn == null ? createdAt : lastSignIn).isBefore(moment);
    }

    AccountRecord toRecord() {
        return new AccountRecord(id, displayName, email().orElse(null), disabled, sessionRound);
    }

    UUID id() {
        return id;
    }

    String displayName() {
        return displayName;
    }

    Optional<EmailAddress> email() {
        return Optional.ofNullable(email).map(EmailAddress::new);
    }

    private static String cut(String name) {
        String clean = name.strip().replaceAll("\\p{Cntrl}+", " ");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Account that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
