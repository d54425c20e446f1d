package io.fairlead.cli;

/**
 * A command that the lab adds to {@code fairlead}: a public class that picocli's {@code @Command} describes, named in the
 * lab's {@code META-INF/services}. {@link LabCommands} finds it, so that nobody outside the lab knows its class.
 */
public interface LabCommand {}
