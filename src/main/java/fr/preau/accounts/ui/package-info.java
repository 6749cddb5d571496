/** The shell of the app: who may enter which screen, for which centre, and the way around. */
@NamedInterface("ui")
@NullMarked
package fr.preau.accounts.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
