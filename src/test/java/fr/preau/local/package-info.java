/** The embedded database and the start on one machine, tried with real servers. */
@NullMarked
package fr.preau.local;

import org.jspecify.annotations.NullMarked;
