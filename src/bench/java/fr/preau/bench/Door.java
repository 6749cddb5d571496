package fr.preau.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs people in through the real door without reading a thousand letters. The bench knows the secret of its own installation
 * ({@link Server#SECRET}), so it can write the tickets that asking for a link would have written, and uses each as the button
 * behind a letter's link does. The application itself is as it always is.
 */
final class Door {

    private static final String DIALECT = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Server server;
    private final Database database;
    private final HttpClient client;

    Door(Server server, Database database, HttpClient client) {
        this.server = server;
        this.database = database;
        this.client = client;
    }

    /** A key to the door, good for ten minutes and for once. */
    record Ticket(UUID id, UUID account, String mail, String browser) {

        String token() {
            return text(ByteBuffer.allocate(34).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                    .put(Arrays.copyOf(mac("link", id.toString()), 18)).array());
        }
    }

    /** Tickets for these residents, written at once. */
    List<Ticket> tickets(List<Seed.Resident> residents) throws SQLException {
        return tickets(residents, Computer.OWN);
    }

    /** Whose computer they said it is; a session on a shared one rests for ten minutes only. */
    enum Computer {
        OWN, SHARED
    }

    List<Ticket> tickets(List<Seed.Resident> residents, Computer computer) throws SQLException {
        var tickets = residents.stream().map(resident -> new Ticket(fr.preau.base.Ids.next(), resident.account(), resident.mail(), random())).toList();
        try (Connection connection = database.connection(); PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO sign_in_ticket (id, kind, account_id, email, secret_hash, browser_hash, way_on, shared_computer,
                  wrong_guesses, wrong_at_hand, made_at, expires_at, version)
                VALUES (?, 'LINK', ?, ?, ?, ?, '/app', ?, 0, 0, ?, ?, 0)""")) {
            var now = Instant.now();
            for (Ticket ticket : tickets) {
                insert.setObject(1, ticket.id);
                insert.setObject(2, ticket.account);
                insert.setString(3, ticket.mail);
                insert.setString(4, text(mac("ticket", ticket.id.toString(), ticket.token())));
                insert.setString(5, text(mac("browser", ticket.browser)));
                insert.setBoolean(6, computer == Computer.SHARED);
                insert.setObject(7, now.atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
                insert.setObject(8, now.plusSeconds(600).atOffset(java.time.ZoneOffset.UTC).toLocalDateTime());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        return tickets;
    }

    /** Presses the button; the answer is the cookie of the session. */
    String signIn(Ticket ticket) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(server.address() + "/connexion/lien/" + ticket.token()))
                .header("Cookie", "preau_navigateur=" + ticket.browser)
                .POST(HttpRequest.BodyPublishers.noBody());
        return session(request);
    }

    /** In as a persona of the demonstration: {@code accueil}, {@code animation}, {@code direction} of the first centre. */
    String signInAsPersona(String persona) throws IOException, InterruptedException {
        return session(HttpRequest.newBuilder(URI.create(server.address() + "/connexion/demo/" + persona))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    private String session(HttpRequest.Builder request) throws IOException, InterruptedException {
        request.header("Origin", server.address()).header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Forwarded-For", line());
        var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return answer.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("JSESSIONID="))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';'))).findFirst()
                .orElseThrow(() -> new IOException("The door stays shut: " + answer.statusCode() + " " + answer.headers().map()));
    }

    /** Each visitor comes over a line of their own. */
    static String line() {
        return IntStream.range(0, 3).mapToObj(i -> Integer.toString(1 + RANDOM.nextInt(250))).reduce("81", (a, b) -> a + "." + b);
    }

    private static String random() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return text(bytes);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** As {@code fr.preau.accounts.signin.Keys} does it. */
    private static byte[] mac(String purpose, String... parts) {
        try {
            Mac mac = Mac.getInstance(DIALECT);
            mac.init(new SecretKeySpec(Server.SECRET.getBytes(StandardCharsets.UTF_8), DIALECT));
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
}
