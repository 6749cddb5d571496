/** Préau on one machine: an embedded MariaDB and the start of the demonstration; never part of the jar for production. */
@ApplicationModule(allowedDependencies = {"demo"})
@NullMarked
package fr.preau.local;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
