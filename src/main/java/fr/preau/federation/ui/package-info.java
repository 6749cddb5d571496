/** The screens that stand in no centre. */
@NullMarked
package fr.preau.federation.ui;

import org.jspecify.annotations.NullMarked;
