package fr.preau.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A test of screens, on the server's side of the wire: first {@link SignIn}, then {@link #open}. */
@PreauTest
public abstract class ScreenTest {

    private static final Routes ROUTES = new Routes().autoDiscoverViews("fr.preau");

    @Autowired
    private ApplicationContext application;
    private boolean open;

    /** Goes to an address below {@code /app/}, in a new browser tab the first time. */
    protected void open(String address) {
        if (!open) {
            MockVaadin.setup(UI::new, new MockSpringServlet(ROUTES, application, UI::new));
            open = true;
        }
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** Goes to an address where whoever is signed in may not enter, and finds the door shut. */
    protected void openInVain(String address) {
        assertThatThrownBy(() -> open(address)).isInstanceOf(MockAccessDeniedException.class);
    }

    @AfterEach
    void closeTab() {
        if (open) {
            MockVaadin.tearDown();
            open = false;
        }
    }
}
