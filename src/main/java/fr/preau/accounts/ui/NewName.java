package fr.preau.accounts.ui;

import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.util.Optional;

/** How somebody wants to be called since a moment ago; the session itself learns it at the next sign-in. */
record NewName(String name) implements Serializable {

    static void remember(String name) {
        VaadinSession.getCurrent().setAttribute(NewName.class, new NewName(name));
    }

    static Optional<String> find() {
        return Optional.ofNullable(VaadinSession.getCurrent()).map(session -> session.getAttribute(NewName.class)).map(NewName::name);
    }
}
