/** The kit that every screen of the app is made of. */
@NullMarked
package fr.preau.base.ui;

import org.jspecify.annotations.NullMarked;
