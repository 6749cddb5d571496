/** The screens where staff see what became of the centre's letters. */
@NullMarked
package fr.preau.messaging.ui;

import org.jspecify.annotations.NullMarked;
