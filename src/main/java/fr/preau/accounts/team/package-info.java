/** Who works in a centre: invited, given roles, shut out. */
@NamedInterface("team")
@NullMarked
package fr.preau.accounts.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
