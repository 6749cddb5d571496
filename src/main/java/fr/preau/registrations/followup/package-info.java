/** Lists what families have asked for, for the team: searched, counted, page by page, and written into spreadsheets. */
@NullMarked
package fr.preau.registrations.followup;

import org.jspecify.annotations.NullMarked;
