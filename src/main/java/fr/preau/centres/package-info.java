/** Knows the federation, its centres, their places and rooms, and when they are open. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: web"})
package fr.preau.centres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
