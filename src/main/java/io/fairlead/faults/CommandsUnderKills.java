package io.fairlead.faults;

import io.fairlead.faults.Violations.Kind;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.Part;
import io.fairlead.launch.RunFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PostgreSQL is killed (kill -9 of the server) during each long command of the command line, on a stack whose supervisor starts
 * it again: each command must go on and end with 0, and everything must be there once.
 */
public final class CommandsUnderKills {

    static final List<String> COMMANDS =
            List.of("import setup", "import time", "time submit", "time approve", "bill", "close");

    private static final List<String> STRUCK_IN_SHORT = List.of("import time", "bill", "close");
    private static final String CUT_OFF = "2026-05-31";
    private static final int KILLS_A_MINUTE_MAX = 4; // Else the supervisor gives PostgreSQL up.
    private static final int LATER_MILLIS_MAX = 150;
    private static final int EARLY_MILLIS = 300; // Before a command sends its first call, which then finds no database.

    private final DataFolder data;
    private final boolean shortForm;
    private final long seed;
    private final Random random;
    private final StackLog log;
    private final Violations violations = new Violations();
    private final Deque<Long> kills = new ArrayDeque<>();
    private int struck;
    private int ended;
    private int commands;

    private CommandsUnderKills(DataFolder data, boolean shortForm, long seed) {
        this.data = data;
        this.shortForm = shortForm;
        this.seed = seed;
        this.random = new Random(seed);
        this.log = new StackLog(data);
    }

    /** On a stack of its own in a temporary folder, which is deleted when nothing was broken. */
    static CampaignFigures run(boolean shortForm, long seed, LongConsumer done) {
        return OwnStack.during("commands", folder -> on(folder, shortForm, seed, done));
    }

    /** On a stack that runs, all of whose PostgreSQL's clients are struck with it. */
    public static CampaignFigures on(DataFolder data, boolean shortForm, long seed, LongConsumer done) {
        return new CommandsUnderKills(data, shortForm, seed).rounds(done);
    }

    private CampaignFigures rounds(LongConsumer done) {
        var begin = System.nanoTime();
        var first = log.head();
        var rounds = shortForm ? 1 : Campaign.KILL_UNDER_COMMANDS.kills(false) / COMMANDS.size();
        try {
            for (var round = 1; round <= rounds; round++) {
                var firm = new KilledFirm(
                        "k" + Long.toString(seed % 1_000, 36) + round, shortForm ? 1 : 5, shortForm ? 10 : 20);
                var before = log.head();
                play(firm, done);
                requireOnce(firm, before);
            }
            // Of a stack that others use only what no case of theirs may break.
            var all = List.of("verify", "--json");
            var proof = command(shortForm ? with(all, "--checks=I1") : all, false, false);
            if (proof.code() != 0) {
                violations.add(Kind.UNSOUND, "verify ended with %d: %s".formatted(proof.code(), proof.output()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        var further = new LinkedHashMap<String, Object>();
        further.put("rounds", rounds);
        further.put("struck_while_running", struck);
        if (violations.total() > 0) {
            further.put("evidence", data.root().toString());
        }
        return new CampaignFigures(
                Campaign.KILL_UNDER_COMMANDS.id(),
                shortForm,
                seed,
                commands,
                ended,
                commands - ended,
                0,
                log.head() - first,
                struck,
                Duration.ofNanos(System.nanoTime() - begin).toSeconds(),
                further,
                CampaignFigures.broken(violations),
                violations.examples());
    }

    private void play(KilledFirm firm, LongConsumer done) throws IOException, InterruptedException {
        var files = data.root().resolve("firm-" + firm.key());
        firm.writeTo(files);
        var lines = new LinkedHashMap<String, List<String>>();
        lines.put("import setup", List.of("import", "setup", file(files, "setup.json"), "--as", "master"));
        lines.put(
                "import time",
                List.of(
                        "import",
                        "time",
                        file(files, "time.csv"),
                        "--profile",
                        "toggl",
                        "--mapping",
                        file(files, "mapping.json"),
                        "--as",
                        "clerk"));
        var which = firm.contracts() == 1 ? "--project=" + firm.key() + "-1" : "--all";
        lines.put("time submit", List.of("time", "submit", which, "--as", "clerk"));
        lines.put("time approve", List.of("time", "approve", which, "--as", "lead"));
        lines.put(
                "bill",
                List.of(
                        "bill",
                        "--entity",
                        firm.key(),
                        "--cut-off",
                        CUT_OFF,
                        "--issue-date",
                        "2026-06-01",
                        "--as",
                        "clerk",
                        "--approve-as",
                        "lead"));
        lines.put("close", List.of("close", firm.key(), "2026-05", "--as", "controller"));
        for (var name : COMMANDS) {
            var strikes = !shortForm || STRUCK_IN_SHORT.contains(name);
            // Right at the start, so that the command meets an outage, or once it has stored something.
            var early = shortForm ? name.equals("close") : random.nextInt(3) == 0;
            var run = command(with(lines.getOrDefault(name, List.of()), "--json"), strikes, early);
            judge(name, firm, run);
            if (strikes) {
                done.accept(struck);
            }
        }
        new DataFolder(files).delete();
    }

    private StruckCommand command(List<String> arguments, boolean strikes, boolean early)
            throws IOException, InterruptedException {
        if (!strikes) {
            return StruckCommand.run(data.root(), arguments, () -> true, () -> {});
        }
        awaitTurn();
        var late = shortForm
                ? 0
                : Duration.ofMillis(random.nextInt(LATER_MILLIS_MAX)).toNanos();
        var begin = System.nanoTime();
        try (var connection = log.connect()) {
            var before = StackLog.head(connection);
            return StruckCommand.run(
                    data.root(),
                    arguments,
                    () -> early
                            ? System.nanoTime() - begin
                                    > Duration.ofMillis(EARLY_MILLIS).toNanos()
                            : StackLog.head(connection) > before,
                    () -> {
                        LockSupport.parkNanos(late);
                        kill();
                    });
        } catch (SQLException e) {
            throw new IllegalStateException("the database that was about to be killed is away", e);
        }
    }

    /** The server that was killed may need some seconds to come back, and it may not be killed too often. */
    private void awaitTurn() {
        var minute = Duration.ofMinutes(1).toNanos();
        while (kills.size() >= KILLS_A_MINUTE_MAX && System.nanoTime() - kills.getFirst() < minute) {
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
        if (kills.size() >= KILLS_A_MINUTE_MAX) {
            kills.removeFirst();
        }
    }

    private void kill() {
        var server = RunFile.read(data, Part.POSTGRES.id()).flatMap(RunFile::process);
        if (server.isEmpty() || !server.get().destroyForcibly()) {
            violations.add(Kind.STUCK, "there was no PostgreSQL to kill");
            return;
        }
        kills.addLast(System.nanoTime());
        struck++;
    }

    private void judge(String name, KilledFirm firm, StruckCommand run) {
        commands++;
        if (run.code() != 0) {
            violations.add(Kind.STUCK, "%s ended with %d: %s".formatted(name, run.code(), run.errors() + run.output()));
            return;
        }
        ended++;
        var told = json(run.output());
        switch (name) {
            case "import setup" -> {
                long items = 0;
                for (var section : told.path("sections")) {
                    items += section.path("created").asLong()
                            + section.path("repeated").asLong();
                }
                require(name, firm.items(), items);
            }
            case "import time" ->
                require(
                        name,
                        firm.entries(),
                        told.path("accepted").asLong() + told.path("repeated").asLong());
            case "time submit", "time approve" ->
                require(name, firm.entries(), told.path("accepted").asLong());
            case "bill" -> require(name, firm.contracts(), told.path("invoices").size());
            default -> {}
        }
    }

    private void require(String what, long wanted, long told) {
        violations.add(
                told < wanted ? Kind.LOST : Kind.DOUBLED,
                Math.abs(wanted - told),
                "%s: %d wanted, %d told".formatted(what, wanted, told));
    }

    /** What the round stored, by kind of event: each fact of its commands is there as often as it happened. */
    private void requireOnce(KilledFirm firm, long before) {
        var counts = log.countsSince(before);
        var wanted = new TreeMap<String, Long>();
        wanted.put("LegalEntityRegistered", 1L);
        wanted.put("TaxRateSet", 1L);
        wanted.put("CustomerRegistered", (long) firm.contracts());
        wanted.put("ContractSigned", (long) firm.contracts());
        wanted.put("ProjectOpened", (long) firm.contracts());
        wanted.put("TaskAdded", (long) firm.contracts());
        for (var event : List.of("TimeRecorded", "TimeSubmitted", "TimeApproved", "TimePriced", "TimeBilled")) {
            wanted.put(event, (long) firm.entries());
        }
        wanted.put("BillingRunStarted", 1L);
        for (var event : List.of("InvoicePlanned", "InvoiceApproved", "InvoiceIssued", "InvoicePosted")) {
            wanted.put(event, (long) firm.contracts());
        }
        wanted.put("PeriodClosed", 1L);
        wanted.forEach((event, count) -> require(event, count, counts.getOrDefault(event, 0L)));
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new IllegalStateException("no JSON: " + text, e);
        }
    }

    private static List<String> with(List<String> arguments, String last) {
        return java.util.stream.Stream.concat(arguments.stream(), java.util.stream.Stream.of(last))
                .toList();
    }

    private static String file(Path folder, String name) {
        return folder.resolve(name).toString();
    }
}
