/** The screens of a family's file: the family's own, and the desk's. Its form of a person is there for other modules too. */
@NamedInterface("ui")
@NullMarked
package fr.preau.people.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
