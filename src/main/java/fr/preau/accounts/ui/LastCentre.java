package fr.preau.accounts.ui;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.Optional;

/** The centre where this session was last, for who has several. */
record LastCentre(String slug) implements Serializable {

    static void remember(String slug) {
        session().ifPresent(session -> session.setAttribute(LastCentre.class, new LastCentre(slug)));
    }

    static Optional<String> find() {
        return session().map(session -> session.getAttribute(LastCentre.class)).map(LastCentre::slug);
    }

    private static Optional<VaadinSession> session() {
        return Optional.ofNullable(VaadinSession.getCurrent());
    }
}
