/** Lets the federation look over its centres, and its technician over the machine. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "centres", "accounts", "accounts :: team", "accounts :: ui", "people", "activities",
        "registrations", "messaging"})
package fr.preau.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
