package fr.preau.accounts.signin;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Makes the secret of a ticket from its id and the installation's secret. So it can be made again when the letter is
 * written, and need not wait anywhere in clear; the database holds a hash of it.
 */
@Component
class Tokens {

    private static final int ID = 16;
    private static final int SECRET = 18;

    private final Keys keys;

    Tokens(Keys keys) {
        this.keys = keys;
    }

    /** What stands in a link: the ticket's id and its secret, 46 characters. */
    String linkToken(UUID ticket) {
        return Keys.text(ByteBuffer.allocate(ID + SECRET)
                .putLong(ticket.getMostSignificantBits()).putLong(ticket.getLeastSignificantBits())
                .put(Arrays.copyOf(keys.mac("link", ticket.toString()), SECRET)).array());
    }

    /** Which ticket a token names; nothing when it was never one of ours. */
    static Optional<UUID> ticketOf(String token) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            return bytes.remaining() == ID + SECRET
                    ? Optional.of(new UUID(bytes.getLong(), bytes.getLong())) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The code of this ticket, in so many digits. */
    String digits(UUID ticket, int howMany) {
        return keys.digits(howMany, "code", ticket.toString());
    }

    /** What the database keeps of a link's or a code's secret; it is another one for each ticket. */
    String hash(UUID ticket, String secret) {
        return keys.hash("ticket", ticket.toString(), secret);
    }

    String browserHash(String browser) {
        return keys.hash("browser", browser);
    }
}
