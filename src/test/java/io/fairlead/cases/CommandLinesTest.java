package io.fairlead.cases;

import static io.fairlead.cases.Firm.line;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.Fairlead;
import io.fairlead.planted.ForgottenCommand;
import io.fairlead.testing.CommandLineRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every command that speaks to a running stack, in each form of its output, as its users call it. */
@ExtendWith(CaseStack.class)
class CommandLinesTest {

    static final List<String> FORMS = List.of("", " --json", " --csv");

    /** Commands that start, end or measure stacks, or work on a checkout; their own tests and the demo run them. */
    private static final Set<String> ELSEWHERE = Set.of(
            "up",
            "down",
            "reset",
            "demo",
            "bench",
            "idp",
            "accounts",
            "login",
            "logout",
            "faults",
            "test",
            "format",
            "completion",
            "contracts",
            "status",
            "sandbox",
            "help");

    private static final Set<String> IN_A_CHECKOUT =
            Set.of("schemas check", "schemas diff", "schemas impact", "schemas release");

    /** Take files: {@link CommandLinesWithFilesTest}. */
    static final Set<String> WITH_FILES =
            Set.of("import setup", "import time", "import expenses", "import opportunities", "import payments");

    @Test
    void each_runs_in_each_form_and_tells_something(Firm firm, CaseStack.Stack stack, @TempDir Path paper) {
        firm.opens("EUR", "Europe/Berlin", "0.20")
                .person("ana", "engineer")
                .rate("standard", "legal-entity:" + firm.id("firm"), "100.00", "EUR", "2025-01-01")
                .contract("work", "EUR", "Europe/Berlin", null, List.of(line(1, "TIME_AND_MATERIALS")));
        firm.cost("ana", "50.00", "EUR");
        var entry = firm.approvedTime("ana", "work", "2026-03-10", 1_800);
        var draft = firm.bill("2026-03-31").getFirst();
        var invoice = draft.path("invoiceId").asString().replaceFirst("^invoice:", "");
        firm.issue(invoice);
        var unbilled = firm.approvedTime("ana", "work", "2026-04-10", 3_600);
        firm.settled();

        var ran = new TreeSet<String>();
        var faults = new ArrayList<String>();
        var shapes = new JsonShapes();
        LinesToRun.of(firm, paper, invoice, entry, unbilled).forEach((line, codes) -> {
            for (var form : FORMS) {
                var arguments = new ArrayList<>(List.of(line.split(" ")));
                if (!form.isEmpty()) {
                    arguments.add(form.strip());
                }
                var run = CommandLineRun.at(stack.base(), arguments.toArray(String[]::new));
                ran.add(nameOf(line) + form);
                if (form.equals(" --json")) {
                    shapes.see(nameOf(line), line, run.exitCode(), run.output());
                }
                faultOf(run, form, codes).ifPresent(fault -> faults.add(String.join(" ", arguments) + ": " + fault));
            }
        });

        assertThat(faults).isEmpty();
        assertThat(shapes.differences(CliFile.kept(shapes)))
                .as("%s is not what the commands print: look at it, then -Dcli.update=true", CliFile.FILE)
                .isEmpty();
        assertThat(wanted(Fairlead.commandLine()))
                .as("commands that run here in each form, or are listed as running elsewhere")
                .containsExactlyInAnyOrderElementsOf(ran);
    }

    /** The check above, seen red: a command that somebody adds is wanted in each form. */
    @Test
    void a_command_that_nobody_runs_here_is_missed() {
        var commands = Fairlead.commandLine();
        commands.addSubcommand("forgotten", new ForgottenCommand());
        assertThat(wanted(commands)).contains("forgotten", "forgotten --json", "forgotten --csv");
    }

    @Test
    void rows_of_other_widths_and_what_is_no_json_are_seen() {
        assertThat(faultOf(new CommandLineRun(0, "a,b\n1,2\n\"x,y\",\"z\nz\"\n", ""), " --csv", Set.of(0)))
                .isEmpty();
        assertThat(faultOf(new CommandLineRun(0, "a,b\n1,2,3\n", ""), " --csv", Set.of(0)))
                .isPresent();
        assertThat(faultOf(new CommandLineRun(0, "a b", ""), " --json", Set.of(0)))
                .isPresent();
        assertThat(faultOf(new CommandLineRun(0, "{}", ""), " --json", Set.of(6)))
                .isPresent();
    }

    private static Set<String> wanted(CommandLine commands) {
        var wanted = new TreeSet<String>();
        namesOf("", commands).forEach(name -> FORMS.forEach(form -> wanted.add(name + form)));
        return wanted;
    }

    static Optional<String> faultOf(CommandLineRun run, String form, Set<Integer> codes) {
        if (!codes.contains(run.exitCode())) {
            return Optional.of("ended with " + run.exitCode() + ": " + run.errors() + run.output());
        }
        if (run.errors().contains("Exception")) {
            return Optional.of("tells of the inside: " + run.errors());
        }
        if (run.output().isBlank() && run.errors().isBlank()) {
            return Optional.of("tells nothing");
        }
        if (form.equals(" --csv") && run.exitCode() == 0 && widths(run.output()).size() > 1) {
            return Optional.of("has rows of several widths: " + run.output());
        }
        if (form.equals(" --json") && run.exitCode() == 0) {
            try {
                run.output().lines().forEach(each -> {
                    var _ = JsonMapper.shared().readTree(each);
                });
            } catch (JacksonException noJson) {
                return Optional.of("is no JSON: " + run.output());
            }
        }
        return Optional.empty();
    }

    /** How many cells the rows have; a comma or a line break within quotes is none. */
    private static Set<Long> widths(String csv) {
        var bare = csv.replaceAll("\"[^\"]*\"", "q");
        return bare.lines()
                .filter(row -> !row.isBlank())
                .map(row -> row.chars().filter(sign -> sign == ',').count())
                .collect(Collectors.toSet());
    }

    private static String nameOf(String line) {
        var words = line.split(" ");
        var group = Fairlead.commandLine().getSubcommands().get(words[0]);
        return group != null && words.length > 1 && group.getSubcommands().containsKey(words[1])
                ? words[0] + " " + words[1]
                : words[0];
    }

    private static Set<String> namesOf(String before, CommandLine commands) {
        var names = new TreeSet<String>();
        commands.getSubcommands().forEach((name, command) -> {
            var whole = before.isEmpty() ? name : before + " " + name;
            if (ELSEWHERE.contains(name) || IN_A_CHECKOUT.contains(whole) || WITH_FILES.contains(whole)) {
                return;
            }
            if (command.getSubcommands().isEmpty()) {
                names.add(whole);
            } else {
                names.addAll(namesOf(whole, command));
            }
        });
        return names;
    }
}
