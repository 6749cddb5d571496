package fr.preau.registrations;

import fr.preau.base.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/**
 * The key in a letter's link. The letter alone knows it; here is its hash. Each time a letter is written it gets a new one,
 * and the older ones go on to work: people answer from the letter they find first. They go on until the last session has ended,
 * where it was moved to.
 */
@Entity
class LetterToken {

    /** What a link lets its reader do. */
    enum Purpose {
        OFFER, CANCEL
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 24;

    @Id
    private String tokenHash;
    @TenantId
    @Column(name = "centre_id")
    private UUID centreId;
    @Enumerated(EnumType.STRING)
    private Purpose purpose;
    private UUID subjectId;
    private Instant madeAt;
    private Instant expiresAt;

    protected LetterToken() {
    }

    LetterToken(String token, Purpose purpose, UUID subjectId, Instant now, Instant expiresAt) {
        this.tokenHash = hash(token);
        this.purpose = purpose;
        this.subjectId = subjectId;
        this.madeAt = now;
        this.expiresAt = expiresAt;
    }

    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String hash(String token) {
        return Sha256.hex(token);
    }

    Purpose purpose() {
        return purpose;
    }

    UUID subjectId() {
        return subjectId;
    }

    boolean isGoodAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LetterToken that && tokenHash.equals(that.tokenHash);
    }

    @Override
    public int hashCode() {
        return tokenHash.hashCode();
    }
}
