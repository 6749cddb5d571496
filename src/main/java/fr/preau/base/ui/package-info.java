/** The kit that every screen of the app is made of. */
@NamedInterface("ui")
@NullMarked
package fr.preau.base.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
