package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the lines with SHA-1. */
    @ParameterizedTest
    @CsvSource({"59, 94287082", "1111111109, 07081804", "1111111111, 14050471", "1234567890, 89005924", "2000000000, 69279037",
        "20000000000, 65353130"})
    void theCodesAreThoseOfTheStandard(long seconds, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(seconds)), 8)).isEqualTo(code);
    }

    @Test
    void aClockMayBeHalfAMinuteWrongAndNoMore() {
        var now = Instant.ofEpochSecond(1_800_000_000);
        for (int wrong : new int[] {-30, 0, 30}) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, Totp.step(now.plusSeconds(wrong))), now)).isPresent();
        }
        for (int wrong : new int[] {-60, 60}) {
            assertThat(Totp.stepOf(SECRET, Totp.code(SECRET, Totp.step(now.plusSeconds(wrong))), now)).isEmpty();
        }
    }

    @Test
    void theKeyIsTypedAsAppsTakeIt() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }
}
