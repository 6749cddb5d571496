package fr.preau.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** This is there in the {@link Demonstration} only. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(InTheDemonstration.IfOn.class)
public @interface InTheDemonstration {

    /** Asked before there are beans. */
    final class IfOn implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata bearer) {
            return Demonstration.isOn(context.getEnvironment());
        }
    }
}
