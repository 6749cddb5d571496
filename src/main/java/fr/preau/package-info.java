/** Préau: the shared platform of a federation of centres sociaux and its centres. */
@NullMarked
package fr.preau;

import org.jspecify.annotations.NullMarked;
