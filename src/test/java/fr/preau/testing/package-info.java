/** What the tests stand on: the real database, and builders of test data. */
@NullMarked
package fr.preau.testing;

import org.jspecify.annotations.NullMarked;
