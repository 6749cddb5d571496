/** Whether the demonstration is told as it should be. */
@NullMarked
package fr.preau.demo;

import org.jspecify.annotations.NullMarked;
