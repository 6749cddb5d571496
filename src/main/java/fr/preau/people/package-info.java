/** Keeps each family's file in a centre: its adults and children, who answers for whom, and how they are reached. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "centres", "accounts", "accounts :: ui"})
package fr.preau.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
