package fr.preau.accounts.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;

/** Signs out: a plain form, which works without the app. The door guards it against forms of other sites. */
@Tag("form")
class SignOutForm extends Component implements HasStyle {

    private static final long serialVersionUID = 1L;

    SignOutForm(String... classes) {
        getElement().setAttribute("method", "post").setAttribute("action", "/connexion/quitter");
        var button = new Element("button").setAttribute("type", "submit").setText(getTranslation("accounts.leave"));
        button.getClassList().add("btn");
        for (String each : classes) {
            button.getClassList().add(each);
        }
        getElement().appendChild(button);
    }

    /** Who leaves to come in by another door goes on from there to this address of the app. */
    SignOutForm thenTo(String address) {
        getElement().appendChild(new Element("input").setAttribute("type", "hidden").setAttribute("name", "vers").setAttribute("value", address));
        return this;
    }
}
