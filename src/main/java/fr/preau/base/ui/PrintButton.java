package fr.preau.base.ui;

import com.vaadin.flow.component.Composite;
import fr.preau.base.Picto;

/** Prints the screen; the print styles leave the chrome out. */
public class PrintButton extends Composite<Act> {

    private static final long serialVersionUID = 1L;

    private final String key;

    public PrintButton() {
        this("base.print");
    }

    /** @param key of the words that say what is printed, when that is not all of the screen */
    public PrintButton(String key) {
        this.key = key;
    }

    @Override
    protected Act initContent() {
        return Act.alt(getTranslation(key), click -> click.getSource().getElement().executeJs("window.print()")).with(Picto.PRINT).small();
    }

    public void focus() {
        getContent().focus();
    }
}
