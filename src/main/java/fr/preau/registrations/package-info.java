/** Registers people for activities: requests, waiting lists, offers of freed places, attendance, follow-up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "centres", "accounts", "accounts :: ui", "people", "people :: ui", "messaging", "activities"})
package fr.preau.registrations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
