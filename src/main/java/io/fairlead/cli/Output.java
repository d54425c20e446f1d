package io.fairlead.cli;

import io.fairlead.schema.ShownText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/**
 * The options on form that every command has, and the rules behind them: data to standard output, all else to error, and nothing
 * that moves a terminal's cursor to either.
 */
public final class Output {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--csv", description = "Print comma-separated values.")
    private boolean csv;

    @Option(
            names = {"-q", "--quiet"},
            description = "No messages and no progress, only data and errors.")
    private boolean quiet;

    /** Prints the document with --json, else the tables in the form asked for. */
    public void print(Object document, Table... tables) {
        if (json && csv) {
            throw new ParameterException(command.commandLine(), "--json and --csv exclude each other; give one");
        }
        if (json) {
            printJson(document);
            return;
        }
        for (var table : tables) {
            out().print(csv ? table.asCsv() : table.asText());
        }
        out().flush();
    }

    /** A line for people while a command works. */
    public void say(String line) {
        if (!quiet) {
            System.err.println(ShownText.ofLines(line));
        }
    }

    public boolean isJson() {
        return json;
    }

    public boolean isQuiet() {
        return quiet;
    }

    static void printJson(Object document) {
        // JSON escapes some controls itself; those of the upper half and marks that turn text are left to us, as its
        // own escapes.
        out().println(ShownText.of(JsonMapper.shared().writeValueAsString(document)));
        out().flush();
    }

    private static PrintStream out() {
        return new PrintStream(System.out, true, StandardCharsets.UTF_8);
    }
}
