/** Makes the demonstration: seven centres, their activities and families, all invented, the same on every machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "centres", "accounts", "people", "messaging", "activities", "activities :: photos",
        "registrations", "registrations :: attendance"})
package fr.preau.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
