package fr.preau.accounts.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.SignInLetters;
import fr.preau.accounts.SignInPost;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** A telephone at the door, and what stands in the letters that it asked for. */
abstract class ByLetters extends AtTheDoor {

    @Autowired
    SignInLetters letters;

    final Visitor phone = new Visitor("192.0.2.1", "this browser", null);

    String askForLink() {
        assertThat(links.sendLink(mail, phone, WayOn.HOME)).isEmpty();
        return token(SignInPost.Kind.LINK);
    }

    String token(SignInPost.Kind kind) {
        String path = letters.write(kind, lastTicket(mail)).orElseThrow().path();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    UUID lastTicket(String address) {
        return UUID.fromString(jdbc.queryForObject("SELECT id FROM sign_in_ticket WHERE email = ? ORDER BY made_at DESC LIMIT 1", String.class,
                address));
    }

    static byte[] fromBase32(String typed) {
        var bits = new StringBuilder();
        typed.chars().forEach(c -> bits.append(String.format("%5s", Integer.toBinaryString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)))
                .replace(' ', '0')));
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        }
        return bytes;
    }
}
