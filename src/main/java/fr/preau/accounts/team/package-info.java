/** Who works in a centre: invited, given roles, shut out. */
@NullMarked
package fr.preau.accounts.team;

import org.jspecify.annotations.NullMarked;
