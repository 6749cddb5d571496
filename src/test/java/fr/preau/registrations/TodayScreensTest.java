package fr.preau.registrations;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.CurrentCentre;
import fr.preau.base.Role;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.RowList;
import fr.preau.base.ui.Tick;
import fr.preau.base.ui.TwoLines;
import fr.preau.testing.SignIn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The day of the team: what each role may begin, whom to call, and who is there. */
class TodayScreensTest extends DeskScreens {

    @Autowired
    private DeskService desk;

    @Test
    void todayDoesNotOfferAnAnimatorWhatSheMayNotDo() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/aujourdhui");
        _assertNone(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscrire")));
    }

    @Test
    void todayLeadsReceptionToHerMainAct() {
        SignIn.as(centre.id(), Role.RECEPTION);
        open(centre.slug() + "/aujourdhui");
        assertThat(_get(Anchor.class, spec -> spec.withPredicate(link -> link.getHref().contains("/inscrire"))).getHref()).contains(centre.slug());
    }

    @Test
    void aCallThatWasNotedByMistakeComesBack() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        var held = register(town.group(centre).stands(), silent);
        SignIn.as(centre.id(), Role.DIRECTOR);
        CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(Set.of(held.answers().getFirst().registration()), "Salle fermée"));
        open(centre.slug() + "/aujourdhui");
        _click(_get(Act.class, spec -> spec.withText("C’est dit")));
        _assertNone(Act.class, spec -> spec.withText("C’est dit"));

        _click(_get(Act.class, spec -> spec.withText("Revenir en arrière")));

        _get(Act.class, spec -> spec.withText("C’est dit"));
    }

    @Test
    void whoeverHasNotedACallGoesOnAtTheNextOneAndAfterTheLastAtTheHeading() {
        var sessions = town.group(centre).stands();
        for (var name : List.of("Silence", "Calme")) {
            var held = register(sessions, town.family(centre).named(name).phoneOnly("03 20 11 22 33").lives());
            SignIn.as(centre.id(), Role.DIRECTOR);
            CurrentCentre.runIn(centre.id(), () -> desk.cancelByCentre(Set.of(held.answers().getFirst().registration()), "Salle fermée"));
        }
        open(centre.slug() + "/aujourdhui");
        var rows = _find(_find(RowList.class).getFirst(), TwoLines.class).stream().map(row -> row.getElement().getTextRecursively()).toList();

        _click(_find(Act.class, spec -> spec.withText("C’est dit")).getFirst());
        assertThat(focused()).last().isInstanceOf(ListItem.class)
                .satisfies(row -> assertThat(row.getElement().getTextRecursively()).contains(rows.getLast()));
        _click(_get(Act.class, spec -> spec.withText("C’est dit")));
        assertThat(focused()).last().isInstanceOf(H1.class);

        _click(_find(Act.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(focused()).last().isInstanceOf(ListItem.class);
    }

    @Test
    void anAnimatorMarksWhoIsThereWithOneTapAndAddsWhoCameWithout() {
        SignIn.as(centre.id(), Role.ANIMATOR);
        open(centre.slug() + "/seances/" + group.session() + "/pointage");

        var tapped = _get(Tick.class);
        _click(tapped);
        assertThat(_get(Tick.class)).isSameAs(tapped);
        assertThat(tapped.getText()).isEqualTo("Est là");
        _setValue(_get(TextField.class, spec -> spec.withLabel("Prénom")), "Zoé");
        _click(_get(Act.class, spec -> spec.withText("Ajouter")));

        assertThat(_find(Tick.class)).hasSize(2);
        _click(_find(Act.class, spec -> spec.withText("Revenir en arrière")).getLast());
        assertThat(_find(Tick.class)).as("added by mistake").hasSize(1);
        assertThat(stateOf(request.answers().getFirst().registration())).isEqualTo("CONFIRMED");
        family.signIn();
        openInVain(centre.slug() + "/seances/" + group.session() + "/pointage");
    }

    @Test
    void todaySaysWhomToCall() {
        var silent = town.family(centre).named("Silence").phoneOnly("03 20 11 22 33").lives();
        register(silent);
        family.signIn();
        CurrentCentre.runIn(centre.id(), () -> registrations.cancel(Set.of(request.answers().getFirst().registration())));
        SignIn.as(centre.id(), Role.RECEPTION);

        open(centre.slug() + "/aujourdhui");

        assertThat(_find(TwoLines.class)).extracting(line -> line.getElement().getTextRecursively())
                .anyMatch(text -> text.contains("Silence") && text.contains("Une place est proposée"));
        assertThat(_get(Link.class, spec -> spec.withText("03 20 11 22 33")).getHref()).isEqualTo("tel:+33320112233");
        family.signIn();
        openInVain(centre.slug() + "/aujourdhui");
    }
}
