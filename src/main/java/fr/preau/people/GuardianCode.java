package fr.preau.people;

import fr.preau.base.Ids;
import fr.preau.base.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.TenantId;

/**
 * What one parent gives the other, who lives elsewhere. Good for some days and once; forty bits, so that nobody guesses one
 * on a page in that time. Only its hash is kept.
 */
@Entity
@Immutable
class GuardianCode {

    static final Duration GOOD_FOR = Duration.ofDays(7);
    /** Without those that look or sound like another one. */
    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    private UUID id;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    private UUID childId;
    private String codeHash;
    private Instant madeAt;
    private Instant expiresAt;

    protected GuardianCode() {
    }

    GuardianCode(UUID child, String code, Instant now) {
        this.id = Ids.next();
        this.childId = child;
        this.codeHash = hash(code);
        this.madeAt = now;
        this.expiresAt = now.plus(GOOD_FOR);
    }

    /** "KXTP-4MQ7". */
    static String next() {
        String drawn = RANDOM.ints(LENGTH, 0, LETTERS.length()).mapToObj(at -> String.valueOf(LETTERS.charAt(at))).collect(Collectors.joining());
        return drawn.substring(0, LENGTH / 2) + "-" + drawn.substring(LENGTH / 2);
    }

    /** The same for every way to write a code. */
    static String hash(String code) {
        return Sha256.hex(code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    UUID childId() {
        return childId;
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GuardianCode that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
