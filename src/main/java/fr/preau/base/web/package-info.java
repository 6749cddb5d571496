/** What all public pages share: their files for the browser, how long they are kept, and their language. */
@NamedInterface("web")
@NullMarked
package fr.preau.base.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
