package fr.preau.base.ui;

import com.vaadin.flow.component.Composite;
import fr.preau.base.Picto;

/** Prints the screen; the print styles leave the chrome out. */
public class PrintButton extends Composite<Act> {

    private static final long serialVersionUID = 1L;

    @Override
    protected Act initContent() {
        return Act.alt(getTranslation("base.print"),
                click -> click.getSource().getElement().executeJs("window.print()")).with(Picto.PRINT).small();
    }
}
