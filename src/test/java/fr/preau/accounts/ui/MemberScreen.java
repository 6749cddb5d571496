package fr.preau.accounts.ui;

import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static com.github.mvysny.kaributesting.v10.LocatorJ._setValue;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Input;
import fr.preau.base.Role;
import fr.preau.base.ui.ManyCards;
import fr.preau.base.ui.OneCard;
import fr.preau.base.ui.TwoLines;
import java.util.List;

/** What is pressed, typed and read on the screens of a team, the centre's and the federation's. */
final class MemberScreen {

    private MemberScreen() {
    }

    static void type(String field, String text) {
        _setValue(_get(Input.class, spec -> spec.withId(field)), text);
    }

    static void press(String text) {
        _click(_get(Button.class, spec -> spec.withText(text)));
    }

    @SuppressWarnings("unchecked")
    static <T> void choose(T choice) {
        _setValue((OneCard<T>) _get(OneCard.class), choice);
    }

    @SuppressWarnings("unchecked")
    static ManyCards<Role> roles() {
        return _get(ManyCards.class);
    }

    static List<String> people() {
        return _find(TwoLines.class).stream().map(line -> line.getElement().getTextRecursively()).toList();
    }
}
