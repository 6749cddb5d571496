package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What is kept of passwords, as Préau keeps it. */
class PasswordHashesTest {

    private static final int SALT = 16;

    private final PasswordEncoder encoder = new PasswordHashConfig().passwordEncoder();

    @Test
    void aHashIsPbkdf2WithAsManyRoundsAsOwaspAsks() throws Exception {
        var hash = HexFormat.of().parseHex(encoder.encode("une phrase à moi"));
        var salt = Arrays.copyOf(hash, SALT);
        var digest = Arrays.copyOfRange(hash, SALT, hash.length);
        var spec = new PBEKeySpec("une phrase à moi".toCharArray(), salt, 310_000, digest.length * Byte.SIZE);
        assertThat(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(spec).getEncoded()).isEqualTo(digest).hasSize(32);
    }

    @Test
    void nobodysHashIsComparedLikeAnother() {
        var asked = new ArrayList<String>();
        var hashes = new PasswordHashes(new PasswordEncoder() {
            @Override
            public String encode(CharSequence password) {
                throw new AssertionError();
            }

            @Override
            public boolean matches(CharSequence password, String hash) {
                asked.add(hash);
                return true;
            }
        });
        assertThat(hashes.matches("n’importe quoi", Optional.empty())).isFalse();
        assertThat(hashes.matches("n’importe quoi", Optional.of("a hash"))).isTrue();
        assertThat(asked).hasSize(2);
        assertThat(asked.getFirst()).hasSameSizeAs(encoder.encode("x")).matches("[0-9a-f]+");
    }
}
