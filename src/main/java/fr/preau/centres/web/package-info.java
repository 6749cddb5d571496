/** The public pages of the federation and of each centre. */
@NullMarked
package fr.preau.centres.web;

import org.jspecify.annotations.NullMarked;
