/** What the staff sees and does: today, the list of registrations, a request, registering somebody, attendance. */
@NullMarked
package fr.preau.registrations.ui.desk;

import org.jspecify.annotations.NullMarked;
