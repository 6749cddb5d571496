package fr.preau.base;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

/** Identifiers that may be shown outside: UUID version 7 (RFC 9562), sortable by time, not guessable. */
public final class Ids {

    /** The id of nothing: the "centre" of work that belongs to the whole federation. */
    public static final UUID NIL = new UUID(0, 0);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private Ids() {
    }

    /** A new id: 48 bits of Unix time in milliseconds, then 74 random bits. */
    public static UUID next() {
        long high = System.currentTimeMillis() << 16 | VERSION_7 | RANDOM.nextInt(0x1000);
        long low = RANDOM.nextLong() >>> 2 | VARIANT;
        return new UUID(high, low);
    }

    /** The id that an address or another text of somebody's names; nothing where it is none. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
