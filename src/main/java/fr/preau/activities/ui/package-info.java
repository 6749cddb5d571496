/** The animators' screens of the catalogue: list, form, and the page of one activity. */
@NullMarked
package fr.preau.activities.ui;

import org.jspecify.annotations.NullMarked;
