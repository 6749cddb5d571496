package fr.preau.accounts.signin;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The app on a member of staff's phone. */
public record AuthenticatorApp(byte[] secret) {

    public static AuthenticatorApp withSomeSecret() {
        return new AuthenticatorApp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    }

    /** What it shows at this moment. */
    public String shows(Instant now) {
        return Totp.code(secret, Totp.step(now));
    }
}
