/** The public pages of the catalogue. */
@NullMarked
package fr.preau.activities.web;

import org.jspecify.annotations.NullMarked;
