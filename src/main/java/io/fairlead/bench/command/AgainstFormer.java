package io.fairlead.bench.command;

import io.fairlead.bench.Checkout;
import io.fairlead.bench.CheckoutFailed;
import io.fairlead.bench.FormerLine;
import io.fairlead.bench.FormerRounds;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.launch.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option of every bench that measures another checkout in turn with this one. */
public final class AgainstFormer {

    private static final Set<String> OWN = Set.of("--json", "--csv", "-q", "--quiet", "--logged-in");
    private static final Set<String> OWN_WITH_VALUE = Set.of("--former", "--rounds");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(
            names = "--former",
            paramLabel = "FOLDER",
            description = "Measure the checkout in FOLDER too, round by round in turn with this one, each by its own"
                    + " launcher script; tells the rounds' ratios.")
    private @Nullable Path former;

    public boolean isGiven() {
        return former != null;
    }

    /**
     * Runs the rounds and prints the lines.
     *
     * @param childOptions what one round's command gets beyond the options given
     */
    public int run(Output output, int rounds, List<String> childOptions) {
        return run(output, rounds, childOptions, List.of());
    }

    /**
     * The same where this checkout is asked for more than the other.
     *
     * @param ownOptions what a round's command of this checkout alone gets besides
     */
    public int run(Output output, int rounds, List<String> childOptions, List<String> ownOptions) {
        var folder = former;
        if (folder == null) {
            throw new IllegalStateException("--former is missing");
        }
        if (rounds < 1) {
            throw new CommandFailed(ExitCode.USAGE, "--rounds must be 1 or more: " + rounds);
        }
        var arguments = new ArrayList<>(
                passedOn(command.root().commandLine().getParseResult().originalArgs()));
        arguments.addAll(childOptions);
        arguments.add("--json");
        var own = new ArrayList<>(arguments);
        own.addAll(ownOptions);
        try {
            var theirs = new Checkout(folder, arguments, output.isQuiet());
            var ours = new Checkout(DataFolder.home(), own, output.isQuiet());
            var lines = FormerRounds.run(
                    theirs, ours, rounds, round -> output.say("round " + round + " of " + rounds + ", both sides"));
            print(output, folder, rounds, lines);
            return ExitCode.OK.code();
        } catch (CheckoutFailed e) {
            throw new CommandFailed(ExitCode.FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailed(ExitCode.FAILED, "interrupted");
        }
    }

    /** The command as it was given, without what concerns the comparison or the form of its output. */
    static List<String> passedOn(List<String> given) {
        var rest = new ArrayList<String>();
        for (var i = 0; i < given.size(); i++) {
            var argument = given.get(i);
            var equals = argument.indexOf('=');
            if (OWN_WITH_VALUE.contains(argument)) {
                i++;
            } else if (!OWN.contains(argument)
                    && (equals < 0 || !OWN_WITH_VALUE.contains(argument.substring(0, equals)))) {
                rest.add(argument);
            }
        }
        return rest;
    }

    private static void print(Output output, Path folder, int rounds, List<FormerLine> lines) {
        var json = new LinkedHashMap<String, Object>();
        json.put("former", folder.toAbsolutePath().normalize().toString());
        json.put("rounds", rounds);
        json.put("lines", lines.stream().map(FormerLine::json).toList());
        output.print(
                json,
                new Table(
                        "medians of %d rounds; ratios above 1 where this checkout is better".formatted(rounds),
                        List.of("line", "figure", "former", "ours", "ratio", "min", "max"),
                        lines.stream().map(AgainstFormer::row).toList()));
    }

    private static List<String> row(FormerLine line) {
        return List.of(
                line.line(),
                line.figure(),
                Double.toString(line.formerMedian()),
                Double.toString(line.oursMedian()),
                Double.toString(line.ratio()),
                Double.toString(line.worst()),
                Double.toString(line.best()));
    }
}
