package fr.preau.accounts.web;

import static org.assertj.core.api.Assertions.assertThat;

import fr.preau.accounts.Grant;
import fr.preau.accounts.SignedIn;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;

/** What is kept of a session over a restart, as the server writes and reads it. */
class KeptSessionsTest {

    @Test
    void whoCameByACodeOfOneCentreIsStillInThatOneOnly() throws Exception {
        var centre = Ids.next();
        var user = new SignedIn(Ids.next(), "Amina", Set.of(new Grant(Role.VOLUNTEER, centre)), 3, Instant.parse("2026-11-29T10:00:00Z"), centre);

        var kept = restarted(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(user, null, AuthorityUtils.NO_AUTHORITIES)));

        assertThat(kept.getAuthentication().getPrincipal()).isEqualTo(user);
        assertThat(((SignedIn) kept.getAuthentication().getPrincipal()).opens(Ids.next())).isFalse();
    }

    private static SecurityContextImpl restarted(SecurityContextImpl context) throws IOException, ClassNotFoundException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(context);
        }
        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (SecurityContextImpl) in.readObject();
        }
    }
}
