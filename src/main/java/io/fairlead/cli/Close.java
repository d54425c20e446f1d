package io.fairlead.cli;

import io.fairlead.cli.option.Within;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Closes an accounting period of a company: first tells what would be booked, then closes and books it once. */
@Command(
        name = "close",
        description = "Propose the revenue of a period, close the period, and wait until its revenue is booked.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Closing a closed period changes nothing and ends with 0. Later facts count for the first open day after it.",
            "Ends with 7 when the revenue is not booked within --wait; what cannot be worked out is a work item and is told.",
            "Example: fairlead close de 2026-03 --dry-run",
            "Example: fairlead close de 2026-03 --as controller"
        })
final class Close implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(300);
    private static final List<String> FIELDS = List.of(
            "contractId",
            "name",
            "method",
            "cost",
            "estimate",
            "price",
            "value",
            "toDate",
            "booked",
            "delta",
            "currency",
            "code");

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(index = "0", paramLabel = "ENTITY", description = "The company.")
    private String entity = "";

    @Parameters(index = "1", paramLabel = "PERIOD", description = "A month such as 2026-03, or an opened period.")
    private String period = "";

    @Option(names = "--dry-run", description = "Only tell what closing would book; change nothing.")
    private boolean dryRun;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "600",
            converter = Within.Day.class,
            description = "How long to wait for the bookings; ${DEFAULT-VALUE} when absent.")
    private long waitSeconds;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var path = "/v1/periods/" + entity + "/" + period;
        var proposal = api.get(path + "/proposal").body();
        if (dryRun) {
            var _ = api.rehearse(path + "/close", Map.of());
            print(proposal, proposal, null);
            return ExitCode.OK.code();
        }
        var answer = api.post(path + "/close", Map.of()).body();
        var booked = answer.path("position").asLong() == 0 ? proposal : awaitBooked(api, path);
        print(proposal, booked, answer.path("position").asLong());
        return ExitCode.OK.code();
    }

    /** The proposal once nothing is left to book. */
    private JsonNode awaitBooked(Api api, String path) {
        var end = System.nanoTime() + Duration.ofSeconds(waitSeconds).toNanos();
        while (true) {
            var now = api.get(path + "/proposal").body();
            var open = lines(now).stream().filter(Close::isOpen).count();
            if (open == 0) {
                return now;
            }
            if (System.nanoTime() > end) {
                throw new CommandFailed(
                        ExitCode.RETRY_LATER,
                        "the period is closed, but %d obligations are not booked after %d s; it goes on: see GET %s/proposal and /v1/parked"
                                .formatted(open, waitSeconds, path));
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }

    private static boolean isOpen(JsonNode line) {
        var delta = line.path("delta").asString("");
        return !delta.isEmpty() && new BigDecimal(delta).signum() != 0;
    }

    private static List<JsonNode> lines(JsonNode proposal) {
        var lines = new ArrayList<JsonNode>();
        proposal.path("lines").forEach(lines::add);
        return lines;
    }

    private void print(JsonNode proposal, JsonNode after, @Nullable Long position) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("dryRun", dryRun);
        document.put("legalEntity", entity);
        document.put("period", period);
        document.put("changed", position != null && position > 0);
        document.put("proposal", proposal.path("lines"));
        document.put("after", after.path("lines"));
        var title = dryRun
                ? "Closing " + period + " of " + entity + " would book; nothing was changed"
                : "Closed " + period + " of " + entity + (position != null && position > 0 ? "; booked" : " before");
        var tables = new ArrayList<Table>();
        tables.add(new Table(
                title,
                FIELDS,
                lines(proposal).stream()
                        .map(line -> Cells.of(line, FIELDS.toArray(String[]::new)))
                        .toList()));
        output.print(document, tables.toArray(Table[]::new));
    }
}
