/** Lets people in: accounts, roles, who is here now and what they may do. */
@NullMarked
@ApplicationModule(allowedDependencies = {"base", "base :: ui", "base :: web", "centres"})
package fr.preau.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
