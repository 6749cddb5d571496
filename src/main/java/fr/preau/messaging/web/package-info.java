/** The mailbox of the demonstration, as a page. */
@NullMarked
package fr.preau.messaging.web;

import org.jspecify.annotations.NullMarked;
