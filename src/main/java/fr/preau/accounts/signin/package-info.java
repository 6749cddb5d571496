/** The ways in: links, codes, passwords and second factors, and what stops those who guess. */
@NullMarked
package fr.preau.accounts.signin;

import org.jspecify.annotations.NullMarked;
