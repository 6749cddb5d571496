package fr.preau.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.textfield.PasswordField;

/** A password, with a button that shows it and says so in the reader's language. */
public class SecretField extends PasswordField {

    private static final long serialVersionUID = 1L;

    public SecretField(String label) {
        super(label);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().executeJs("this.i18n = {...this.i18n, reveal: $0}", getTranslation("base.secret.show"));
    }
}
