package fr.preau.people.ui;

import com.vaadin.flow.component.Component;
import fr.preau.people.HouseholdRecord;

/**
 * What another module shows the desk in a family's file, and what can be done for the family from there. People may not know what
 * families come for: whoever has something to show declares it as a bean.
 */
public interface HouseholdPart {

    /** The part for this family as it is now; as many statements for one row as for many. */
    Component of(HouseholdRecord household);
}
