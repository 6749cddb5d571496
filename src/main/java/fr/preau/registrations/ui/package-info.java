/** The screens of registrations: the desk's, and the family's. */
@NullMarked
package fr.preau.registrations.ui;

import org.jspecify.annotations.NullMarked;
