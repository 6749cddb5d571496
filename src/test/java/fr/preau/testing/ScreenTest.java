package fr.preau.testing;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.mvysny.kaributesting.v10.MockRouteAccessDeniedError;
import com.github.mvysny.kaributesting.v10.MockRouteNotFoundError;
import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.MockAccessDeniedException;
import com.github.mvysny.kaributesting.v10.spring.MockSpringServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** A test of screens, on the server's side of the wire: first {@link SignIn}, then {@link #open}. */
@PreauTest
public abstract class ScreenTest {

    private static final Routes ROUTES = withoutKindWords();

    @Autowired
    private ApplicationContext application;
    private boolean open;

    /** Goes to an address below {@code /app/}, in a new browser tab the first time. */
    protected void open(String address) {
        if (!open) {
            MockVaadin.setup(UI::new, new MockSpringServlet(routes(), application, UI::new));
            open = true;
        }
        var location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    /** The screens there are; here what goes wrong is an exception, not a screen with kind words. */
    protected Routes routes() {
        return ROUTES;
    }

    private static Routes withoutKindWords() {
        var routes = new Routes().autoDiscoverViews("fr.preau");
        routes.getErrorRoutes().removeIf(screen -> screen.getPackageName().startsWith("fr.preau"));
        return routes.addErrorRoutes(MockRouteNotFoundError.class, MockRouteAccessDeniedError.class);
    }

    /** Goes to an address where whoever is signed in may not enter, and finds the door shut. */
    protected void openInVain(String address) {
        assertThatThrownBy(() -> open(address)).isInstanceOf(MockAccessDeniedException.class);
    }

    /** The pieces that got the focus in the last click, in their order; to be asked before anything is looked up. */
    protected static List<Component> focused() {
        var page = UI.getCurrent().getInternals();
        page.getStateTree().runExecutionsBeforeClientResponse();
        return page.dumpPendingJavaScriptInvocations().stream().filter(call -> call.getInvocation().getExpression().contains("focus"))
                .flatMap(call -> Element.get(call.getOwner()).getComponent().stream()).toList();
    }

    @AfterEach
    protected void closeTab() {
        if (open) {
            MockVaadin.tearDown();
            open = false;
        }
    }
}
