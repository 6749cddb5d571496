/** The public pages of the federation and of each centre, and the frame that all public pages have. */
@NamedInterface("web")
@NullMarked
package fr.preau.centres.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
