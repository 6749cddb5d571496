package fr.preau.base.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static fr.preau.base.FrenchSpaces.spaced;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.notification.Notification;
import fr.preau.base.Ids;
import fr.preau.base.Role;
import fr.preau.testing.ScreenTest;
import fr.preau.testing.SignIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The pieces of the kit, on their living page. */
class KitTest extends ScreenTest {

    @BeforeEach
    void staffOpensThePage() {
        SignIn.as(Ids.next(), Role.FEDERATION);
        open("style");
    }

    @Test
    void aTableFetchesOnePageAtATimeAndSaysWhereOneIs() {
        assertThat(_find(NativeTableRow.class)).hasSize(1 + 5);
        assertThat(text(_get(Pager.class))).contains(spaced("1 à 5 sur 62")).doesNotContain("Précédent");

        _click(_get(Act.class, spec -> spec.withText("Suivant")));

        assertThat(text(_get(Pager.class))).contains(spaced("6 à 10 sur 62")).contains("Précédent");
    }

    @Test
    void aChoiceThatIsRefusedCannotBeTickedAndSaysWhy() {
        var boxes = _find(_get(ManyCards.class), Checkbox.class);

        assertThat(boxes).hasSize(3);
        assertThat(boxes.get(1).getElement().getProperty("disabled", false)).isFalse();
        assertThat(boxes.get(2).getElement().getProperty("disabled", false)).isTrue();
        assertThat(text(_get(ManyCards.class))).contains("Trop jeune");
    }

    @Test
    void aQuestionThatTheHeadingAsksIsStillSaidToScreenReaders() {
        var many = new ManyCards<>("Qui vient ?", List.of("a"), key -> Choice.of(key, "")).asked();
        var one = new OneCard<>("Comment ?", List.of("a"), key -> Choice.of(key, "")).asked();

        assertThat(many.getLabel()).isNullOrEmpty();
        assertThat(many.getAriaLabel()).contains("Qui vient ?");
        assertThat(one.getLabel()).isNullOrEmpty();
        assertThat(one.getAriaLabel()).contains("Comment ?");
    }

    @Test
    void whatCanBeDoneAboutANoticeMayBeAList() {
        var list = new UnorderedList();
        Notice.warn("").then(list);
        assertThat(list.getElement().getParent().getTag()).isEqualTo("div");
    }

    @Test
    void whatIsDoneIsSaidAndCanBeUndone() {
        _click(_get(Act.class, spec -> spec.withText("Continuer")));
        assertThat(text(_get(Notification.class))).contains("C’est enregistré.");

        _click(_get(_get(Notification.class), Act.class));
        assertThat(_find(Notification.class)).filteredOn(Notification::isOpened).singleElement()
                .satisfies(toast -> assertThat(text(toast)).contains("C’est annulé."));
    }

    @Test
    void oneThingAtATimeIsSaidOverTheScreen() {
        _click(_get(Act.class, spec -> spec.withText("Continuer")));
        _click(_get(Act.class, spec -> spec.withText("Continuer")));
        assertThat(_find(Notification.class)).filteredOn(Notification::isOpened).hasSize(1);
    }

    @Test
    void aButtonForOneClickCanBePressedAgainAfterAFailure() {
        var act = Act.go("Oui", click -> {
            click.getSource().setEnabled(false);
            throw new IllegalStateException("busy");
        }).once();
        UI.getCurrent().add(act);
        assertThatThrownBy(act::click).hasStackTraceContaining("busy");
        assertThat(act.isEnabled()).isTrue();
    }

    @Test
    void whatCannotBeUndoneAsksFirst() {
        _click(_get(Act.class, spec -> spec.withText("Supprimer")));
        assertThat(_find(Notification.class)).isEmpty();

        _click(_get(_get(ConfirmDialog.class), Act.class, spec -> spec.withText("Oui, supprimer")));
        assertThat(_find(Notification.class)).hasSize(1);
    }

    @Test
    void aTaskStepsTheSectionsAsideWhileItLasts() {
        assertThat(UI.getCurrent().getElement().getClassList()).contains("task");
        _get(StyleView.class).removeFromParent();
        assertThat(UI.getCurrent().getElement().getClassList()).doesNotContain("task");
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
