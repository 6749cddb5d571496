/** What every module stands on: ids, clock, roles, the current centre, words, retried transactions. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package fr.preau.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
