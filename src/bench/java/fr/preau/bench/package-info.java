/** Prints the figures of the house again: speed, load and faults on a seeded base. Never part of the tests or of the jars. */
@NullMarked
package fr.preau.bench;

import org.jspecify.annotations.NullMarked;
