/** Who works in a centre or for the federation: invited, given roles, helped to new keys, shut out. */
@NamedInterface("team")
@NullMarked
package fr.preau.accounts.team;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
