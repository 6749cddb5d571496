package fr.preau.accounts.signin;

import fr.preau.base.CurrentCentre;
import fr.preau.base.UniqueKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/**
 * All that is made from the installation's secret: derived tokens, keyed hashes, sealed values. The secret is the
 * property {@code preau.secret}, or lies in the database when the operator gave none.
 */
@Component
public class Keys {

    private static final UniqueKey ONE_SECRET = UniqueKey.named("PRIMARY");
    private static final String MAC = "HmacSHA256";
    private static final int SHORTEST = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String given;
    private final InstallationSecrets stored;
    private volatile byte @Nullable [] secret;

    Keys(@Value("${preau.secret:}") String given, InstallationSecrets stored) {
        if (!given.isEmpty() && given.length() < SHORTEST) {
            throw new IllegalStateException("preau.secret needs at least " + SHORTEST + " characters");
        }
        this.given = given;
        this.stored = stored;
    }

    /** A keyed hash of these parts; each use has its own purpose, so that no two can be exchanged. */
    byte[] mac(String purpose, String... parts) {
        return mac(key(), purpose, parts);
    }

    /** The same in text, 43 characters that need no escaping in an address or a cookie. */
    public String hash(String purpose, String... parts) {
        return text(mac(purpose, parts));
    }

    /** A random value for a cookie. */
    public static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    /** So many digits, eighteen at most, derived from these parts. */
    String digits(int howMany, String purpose, String... parts) {
        long number = ByteBuffer.wrap(mac(purpose, parts)).getLong() >>> 1;
        String digits = "%018d".formatted(number % 1_000_000_000_000_000_000L);
        return digits.substring(digits.length() - howMany);
    }

    String seal(String purpose, byte[] value) {
        try {
            byte[] nonce = new byte[NONCE];
            RANDOM.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, purpose, nonce).doFinal(value);
            return text(ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException when it was sealed with another secret */
    byte[] open(String purpose, String sealed) {
        try {
            byte[] all = Base64.getUrlDecoder().decode(sealed);
            return cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(all, NONCE)).doFinal(all, NONCE, all.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed with another secret: has preau.secret changed?", e);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(mac("seal", purpose), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private static byte[] mac(byte[] key, String purpose, String... parts) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] key() {
        byte[] known = secret;
        if (known == null) {
            known = (given.isEmpty() ? CurrentCentre.acrossCentres(this::stored) : given).getBytes(StandardCharsets.UTF_8);
            secret = known;
        }
        return known;
    }

    /** Two that start together may both make one: the first to write wins. */
    private String stored() {
        return stored.findById(InstallationSecret.THE_ONE).map(InstallationSecret::value).orElseGet(() -> {
            try {
                return stored.saveAndFlush(new InstallationSecret(random() + random())).value();
            } catch (DataIntegrityViolationException e) {
                if (!ONE_SECRET.isBrokenIn(e)) {
                    throw e;
                }
                return stored.findById(InstallationSecret.THE_ONE).orElseThrow().value();
            }
        });
    }
}
