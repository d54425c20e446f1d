package io.fairlead.app.web.retire;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an operation, or a field of what operations answer, that will go. Its answers say so in the fields Deprecation
 * (RFC 9745), Sunset (RFC 8594) and Link, and so does the API's description. Once its last day is over, an operation
 * answers 410.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface Retiring {

    /** Day from which on nobody new should use it, {@code 2026-12-01}. */
    String since();

    /** Its last day; at least half a year later. */
    String sunset();

    /** What to use instead: a path below {@code /v1/}, or the name of a field beside it. */
    String successor();

    /** Page that says how to change over. */
    String docs() default "/openapi.json";
}
