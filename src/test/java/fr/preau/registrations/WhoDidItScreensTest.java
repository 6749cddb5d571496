package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import fr.preau.accounts.AccountService;
import fr.preau.accounts.Grant;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Page;
import fr.preau.base.ui.Story;
import fr.preau.base.ui.Tick;
import fr.preau.testing.SignIn;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What happened is told with the name of who did it, not only with that it was somebody of the team. */
class WhoDidItScreensTest extends DeskScreens {

    private static final String FIRST = "Nadia Lefèvre";
    private static final String SECOND = "Paul Petit";

    @Autowired
    private AccountService accounts;
    @Autowired
    private DeskService desk;

    @BeforeEach
    void aColleagueCancels() {
        signIn(FIRST, Role.RECEPTION);
        CurrentCentre.in(centre.id(), () -> desk.cancelForFamily(Set.of(request.answers().getFirst().registration()), Channel.PHONE, "Malade"));
    }

    @Test
    void eachStepOfARequestHasTheNameOfWhoTookIt() {
        signIn(SECOND, Role.DIRECTOR);

        var history = CurrentCentre.in(centre.id(), () -> desk.history(request.request()));

        assertThat(history).extracting(HistoryLine::who).containsExactly("Amina Benali", FIRST);
    }

    @Test
    void theScreenOfARequestSaysIt() {
        signIn(SECOND, Role.RECEPTION);
        open(centre.slug() + "/inscriptions/" + request.request());

        assertThat(_find(Story.class)).singleElement().satisfies(story -> assertThat(story.getElement().getTextRecursively())
                .contains("Amina Benali", FIRST, "Malade").doesNotContain(SECOND));
    }

    @Test
    void whoNotedAndWhoCorrectedStandOnTheTraceOfASheet() {
        var there = town.group(centre).stands();
        register(there, family);
        signIn(FIRST, Role.ANIMATOR);
        noteTheNextMark(there.session().toString());
        closeTab();
        signIn(SECOND, Role.ANIMATOR);
        noteTheNextMark(there.session().toString());

        _click(_get(Button.class, spec -> spec.withText("Ce qui a été changé")));

        assertThat(_get(Page.class).getElement().getTextRecursively()).containsSubsequence("Est là", FIRST, "A prévenu", SECOND);
    }

    private void noteTheNextMark(String session) {
        open(centre.slug() + "/seances/" + session + "/pointage");
        _click(_get(Tick.class));
    }

    private void signIn(String name, Role role) {
        var colleague = accounts.withoutMail(name).id();
        SignIn.as(colleague, Set.of(new Grant(role, centre.id())));
    }
}
