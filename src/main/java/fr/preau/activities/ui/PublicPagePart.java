package fr.preau.activities.ui;

import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.textfield.TextField;
import fr.preau.base.Picto;
import fr.preau.base.PublicAddress;
import fr.preau.base.ui.Act;
import fr.preau.base.ui.Link;
import fr.preau.base.ui.Toast;

/** Where everybody reads about an activity: its address to copy for a letter or a poster, and the page itself. */
final class PublicPagePart extends Div {

    private static final long serialVersionUID = 1L;

    PublicPagePart(String path, ActivityWords words, PublicAddress address) {
        addClassName("stack");
        var field = new TextField(words.say("view.address"));
        field.setValue(address.of(path));
        field.setReadOnly(true);
        field.setHelperText(words.say("view.address-hint"));
        var copy = Act.alt(words.say("view.copy"), click -> {
            field.getElement().executeJs("navigator.clipboard?.writeText(this.value); this.inputElement?.select()");
            Toast.say(words.say("view.copied"));
        }).with(Picto.COPY).small();
        var see = new Link(path, words.say("view.see-public")).dressed("btn", "alt", "small").with(Picto.EYE);
        see.setTarget(AnchorTarget.BLANK);
        var line = new Div(copy, see);
        line.addClassName("line");
        add(new H2(words.say("view.public")), field, line);
    }
}
