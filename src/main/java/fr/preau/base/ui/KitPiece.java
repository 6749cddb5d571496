package fr.preau.base.ui;

import com.vaadin.flow.component.Component;

/** A piece that a module makes, for the living page of the kit, which is the house's and knows no module. */
public interface KitPiece {

    /** In the reader's words. */
    String title();

    /** A new one each time, on which nothing happens. */
    Component show();
}
