package io.fairlead.planted;

import picocli.CommandLine.Command;

/** A command line that {@code fairlead} does not know. */
@Command(name = "forgotten")
public class ForgottenCommand {}
