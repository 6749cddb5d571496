/** The door: plain pages for signing in, and the filters that stand before the app. */
@NullMarked
package fr.preau.accounts.web;

import org.jspecify.annotations.NullMarked;
