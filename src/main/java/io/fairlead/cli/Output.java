package io.fairlead.cli;

import io.fairlead.launch.Detached;
import io.fairlead.schema.ShownText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

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

    /** Prints the document with --json, else the tables: for people with an empty line between them, as one with --csv. */
    public void print(Object document, Table... tables) {
        if (json && csv) {
            throw new ParameterException(command.commandLine(), "--json and --csv exclude each other; give one");
        }
        if (json) {
            printJson(document);
            return;
        }
        if (csv) {
            out().print(Table.joined(List.of(tables)).asCsv());
        } else {
            out().print(Stream.of(tables).map(Table::asText).collect(Collectors.joining(System.lineSeparator())));
        }
        out().flush();
    }

    /** A line for people while a command works. */
    public void say(String line) {
        if (!quiet) {
            System.err.println(ShownText.ofLines(timed(line)));
        }
    }

    /** A line without which somebody could not go on, {@code --quiet} or not. */
    public void ask(String line) {
        System.err.println(ShownText.ofLines(timed(line)));
    }

    /** With the time in front where what is printed is a log, as the lines of other logs have it. */
    static String timed(String line) {
        return Detached.isThisProcess() ? TIME.format(Instant.now()) + " " + line : line;
    }

    /** For a cell: a program that reads --csv gets all of it, people as much as fits. */
    public String fitted(String text, int max) {
        return csv || text.length() <= max ? text : text.substring(0, max - 3) + "...";
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
