/** The public pages that the links in our letters lead to: answering an offer, cancelling, without signing in. */
@NullMarked
package fr.preau.registrations.web;

import org.jspecify.annotations.NullMarked;
