/** A family's own screens: registering for an activity, one question at a time, and what became of it. */
@NullMarked
package fr.preau.registrations.ui.family;

import org.jspecify.annotations.NullMarked;
