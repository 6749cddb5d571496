/** What people do from the first click to the last, in a real browser on the built application. */
@NullMarked
package fr.preau.journeys;

import org.jspecify.annotations.NullMarked;
