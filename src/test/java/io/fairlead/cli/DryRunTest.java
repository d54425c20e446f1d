package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.cli.StubApi.Asked;
import io.fairlead.cli.StubApi.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** A dry run sends what the command itself sends, marked as one: so it is decided by the very rules, and refused alike. */
class DryRunTest {

    /** Each command with --dry-run, and a line of it. */
    private static final Map<String, String> LINES = new TreeMap<>(Map.ofEntries(
            Map.entry("bill", "--entity de --cut-off 2026-05-31"),
            Map.entry("break-glass grant", "https://id.example|kim --role auditor --hours 1 --reason trial"),
            Map.entry("close", "de 2026-03"),
            Map.entry("customers change", "acme --from 2026-07-01 --city Bremen"),
            Map.entry("customers merge", "old --into acme --reason twice"),
            Map.entry("drafts approve", "invoice:i"),
            Map.entry("identity map", "local|mara https://login.example.com sub-1"),
            Map.entry("expenses correct", "e --amount 1.00 --reason misread"),
            Map.entry("expenses move", "e --project p --reason wrong"),
            Map.entry("expenses refund", "e --amount 1.00 --on 2026-04-30 --reason back"),
            Map.entry("expenses withdraw", "e --reason twice"),
            Map.entry("receivables apply", "receipt:r invoice:i --on 2026-03-11"),
            Map.entry("receivables dispute", "invoice:i --on 2026-03-11 --reason hours"),
            Map.entry("receivables refund", "receipt:r --on 2026-03-11 --reason twice"),
            Map.entry("receivables send-back", "receipt:r --on 2026-03-11 --reason funds"),
            Map.entry("receivables settle", "invoice:i --on 2026-03-11 --reason right"),
            Map.entry("receivables unapply", "receipt:r a --on 2026-03-11 --reason wrong"),
            Map.entry("receivables write-off", "invoice:i --proposal b --on 2026-03-11"),
            Map.entry("time approve", "--all"),
            Map.entry("time move", "t --project p --reason wrong"),
            Map.entry("time submit", "--all"),
            Map.entry("work assign", "i --to kim"),
            Map.entry("work resolve", "i --resolution done"),
            Map.entry("work waive", "i --reason agreed")));

    /** Why it is not sent as a command. */
    private static final Map<String, String> OTHERWISE = new TreeMap<>(Map.of(
            "contracts release", "it writes files of the checkout",
            "import expenses", "the intake decides row by row and says what it would record",
            "import opportunities", "the intake decides deal by deal and says what it would record",
            "import payments", "the intake plans all of a statement and says what it would book",
            "import setup", "later parts need the earlier ones; it checks the file",
            "import time", "the intake decides row by row and says what it would record",
            "parked discard", "it changes no aggregate",
            "rebuild", "it changes no aggregate",
            "schemas release", "it writes files of the checkout"));

    static List<String> commands() {
        return List.copyOf(LINES.keySet());
    }

    @Test
    void every_command_with_a_dry_run_is_looked_at() {
        var known = new TreeSet<>(LINES.keySet());
        known.addAll(OTHERWISE.keySet());
        var found = new TreeSet<String>();
        collect("", Fairlead.commandLine(), found);
        assertThat(found).isEqualTo(known);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_sends_what_the_command_sends(String command) {
        var real = posts(command, false);
        var dry = posts(command, true);
        assertThat(real).isNotEmpty().noneMatch(Asked::isDryRun);
        assertThat(dry)
                .filteredOn(Asked::isDryRun)
                .extracting(Asked::target, Asked::body)
                .containsExactlyElementsOf(real.stream()
                        .filter(post -> !isPreview(post))
                        .map(post -> tuple(post.target(), post.body()))
                        .toList());
        assertThat(dry).filteredOn(post -> !post.isDryRun()).allMatch(DryRunTest::isPreview);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void it_is_refused_as_the_command_is(String command) {
        var refused = new Told(409, 0, "{\"code\":\"B-99\",\"detail\":\"it may not be\",\"hint\":\"leave it\"}");
        var ended = new ArrayList<Integer>();
        for (var dry : List.of(true, false)) {
            try (var api = new StubApi(asked -> isChange(asked) ? refused : answer(asked))) {
                var end = api.run(arguments(command, dry));
                ended.add(end.code());
                assertThat(end.err() + end.out()).contains("B-99");
            }
        }
        assertThat(ended.getFirst()).isEqualTo(ended.getLast()).isNotZero();
    }

    private static List<Asked> posts(String command, boolean dry) {
        try (var api = new StubApi(DryRunTest::answer)) {
            var ended = api.run(arguments(command, dry));
            assertThat(ended.code()).as(ended.err()).isZero();
            return api.posts();
        }
    }

    private static boolean isChange(Asked asked) {
        return asked.method().equals("POST") && !isPreview(asked);
    }

    private static boolean isPreview(Asked asked) {
        return asked.target().endsWith("/preview");
    }

    private static Told answer(Asked asked) {
        if (asked.target().startsWith("/v1/views/")) {
            return new Told(
                    200,
                    0,
                    "{\"items\":[{\"id\":\"contract:c\",\"currency\":\"EUR\",\"unbilled\":\"70.00\",\"drafted\":\"0.00\"}]}");
        }
        if (asked.target().startsWith("/v1/exceptions?") || asked.target().startsWith("/v1/invoices?")) {
            return new Told(200, 0, "{\"items\":[]}");
        }
        return new Told(
                200,
                0,
                "{\"id\":\"receipt:r\",\"position\":0,\"status\":\"completed\",\"invoicesPlanned\":0,\"lines\":[],"
                        + "\"items\":[{\"index\":0,\"status\":\"accepted\",\"timeEntryId\":\"time-entry:a\",\"seconds\":30}]}");
    }

    private static String[] arguments(String command, boolean dry) {
        var words = new ArrayList<>(List.of((command + " " + LINES.get(command)).split(" ")));
        words.addAll(List.of("--patience", "0"));
        if (dry) {
            words.add("--dry-run");
        }
        return words.toArray(String[]::new);
    }

    private static void collect(String before, CommandLine line, TreeSet<String> found) {
        line.getSubcommands().forEach((name, command) -> {
            var whole = before.isEmpty() ? name : before + " " + name;
            if (command.getCommandSpec().optionsMap().containsKey("--dry-run")) {
                found.add(whole);
            }
            collect(whole, command, found);
        });
    }
}
