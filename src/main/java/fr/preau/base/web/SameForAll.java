package fr.preau.base.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A page that is the same for everybody who asks for its address: a copy of it may answer the next one, see {@link PageCopies}. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface SameForAll {

    /** Request attribute: the id of the centre whose numbers the page shows; a {@link java.util.UUID}. */
    String CENTRE = "fr.preau.base.web.SameForAll.centre";
}
