package fr.preau.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says who may use a service method, a screen or a page: one of these roles, in the current centre.
 * A method's own annotation replaces its class's. Nothing said means nobody; a test holds every door to it.
 * <p>
 * A page outside of the app is for {@link Role#ANYONE} and says so: nobody is known there, so that no narrower rule could hold.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface AllowedTo {

    Role[] value();
}
