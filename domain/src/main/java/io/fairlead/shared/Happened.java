package io.fairlead.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A day of a command on which something happened or was billed. Whoever tells of it tells of no later day than a year ahead of
 * today, which {@link CommandContent} holds (G-04). Each day of a command is either this or {@link Foreseen}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Happened {

    /** Its name in requests, where that is another. */
    String value() default "";
}
