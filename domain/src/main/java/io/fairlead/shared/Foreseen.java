package io.fairlead.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A day of a command from which or until which something is agreed, planned or put off. It may lie many years ahead, as the ends
 * of contracts and rates do, so only {@link Check#day} bounds it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Foreseen {}
