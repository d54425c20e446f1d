package io.fairlead.cli;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that the lab adds to {@code fairlead}: a public class that picocli's {@code @Command} describes, named in the
 * lab's {@code META-INF/services}. {@link LabCommands} finds it, so that nobody outside the lab knows its class.
 */
public interface LabCommand {

    /** The group that the command stands below, for example {@code schemas}; without it the command stands at the top. */
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Below {
        String value();
    }
}
