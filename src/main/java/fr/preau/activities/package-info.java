/** Holds the catalogue: what a centre offers, when, for whom, and how many places there are. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "base :: web", "centres", "centres :: web", "accounts", "accounts :: ui"})
package fr.preau.activities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
