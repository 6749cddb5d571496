package fr.preau.accounts.signin;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What is kept instead of passwords. */
@Component
class PasswordHashes {

    /** Salt and digest of {@link PasswordHashConfig}. */
    private static final int BYTES = 16 + 32;

    private final PasswordEncoder encoder;
    private final String nobodys;

    PasswordHashes(PasswordEncoder encoder) {
        this.encoder = encoder;
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        nobodys = HexFormat.of().formatHex(random);
    }

    String of(String password) {
        return encoder.encode(password);
    }

    /** Whether it is the password of this hash; without one it takes as long to say no. */
    boolean matches(String password, Optional<String> hash) {
        boolean same = encoder.matches(password.length() <= PasswordRules.LONGEST ? password : "", hash.orElse(nobodys));
        return same && hash.isPresent();
    }
}
