/** The screens of a family's file: the family's own, and the desk's. */
@NullMarked
package fr.preau.people.ui;

import org.jspecify.annotations.NullMarked;
