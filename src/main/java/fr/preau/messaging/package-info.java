/** Sends letters: what a module says in its transaction leaves after it, once, and only while it is still true. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "centres", "accounts", "accounts :: ui"})
package fr.preau.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
