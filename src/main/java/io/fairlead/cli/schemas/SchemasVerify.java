package io.fairlead.cli.schemas;

import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.cli.Waiting;
import io.fairlead.cli.option.Within;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Has the application check every stored event against its contract. */
@Command(
        name = "verify",
        description = "Check every stored event against its contract of today: codes, ranges, references, units.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Breaches of older builds that are known and dated are shown as excused.",
            "Values about people or pay are never shown.",
            "A check lasts five minutes at most; look at a longer log in parts, by --from and --to.",
            "Ends with 0 when no contract is broken, with 3 when one is or an event cannot be read.",
            "Example: fairlead schemas verify --event InvoiceLinesAdded --json"
        })
final class SchemasVerify implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of("verdict", "event", "path", "rule", "events", "wrong", "found", "first", "excuse");

    @Mixin
    private final Output output = new Output();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--from",
            paramLabel = "POSITION",
            converter = Within.FromOne.class,
            description = "First position of the log; 1 when absent.")
    private long from = 1;

    @Option(
            names = "--to",
            paramLabel = "POSITION",
            converter = Within.FromOne.class,
            description = "Last position of the log; its head when absent.")
    private long to;

    @Option(
            names = "--event",
            paramLabel = "NAME",
            description = "Only these events, for example TimeApproved; all when absent.")
    private String event = "";

    @Override
    public Integer call() {
        if (to != 0 && to < from) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--to %d is before --from %d: give a range of positions that holds some".formatted(to, from));
        }
        var api = Api.local();
        var begun = progress(api);
        long total = Math.max(0, (to == 0 ? begun.head() : Math.min(to, begun.head())) - from + 1);
        var report = Waiting.on(output, "events", total, () -> progress(api).passed(), () -> api.get(path())
                .body());
        output.print(report, new Table(title(report), HEADINGS, rows(report)));
        return (report.path("failed").asLong() == 0 ? ExitCode.OK : ExitCode.DIFFERENCES).code();
    }

    private record Progress(long passed, long head) {}

    private static Progress progress(Api api) {
        var told = api.get("/v1/schemas/verification/progress").body();
        return new Progress(told.path("passed").asLong(), told.path("head").asLong());
    }

    private String path() {
        var path = new StringBuilder("/v1/schemas/verification?from=").append(from);
        if (to != 0) {
            path.append("&to=").append(to);
        }
        if (!event.isBlank()) {
            path.append("&event=").append(URLEncoder.encode(event, StandardCharsets.UTF_8));
        }
        return path.toString();
    }

    private static String title(JsonNode report) {
        return "%s events break their contract, %s excused, %s unreadable, of %s in %s s (%s/s)"
                .formatted(
                        report.path("broken").asString(),
                        report.path("excused").asString(),
                        report.path("unreadable").asString(),
                        report.path("examined").asString(),
                        report.path("seconds").asString(),
                        report.path("perSecond").asString());
    }

    private static List<List<String>> rows(JsonNode report) {
        return StreamSupport.stream(report.path("findings").spliterator(), false)
                .map(SchemasVerify::row)
                .toList();
    }

    private static List<String> row(JsonNode finding) {
        var type = finding.path("event").asString();
        return List.of(
                finding.path("verdict").asString().toLowerCase(Locale.ROOT),
                type.substring(type.lastIndexOf('.') + 1),
                finding.path("path").asString(),
                finding.path("rule").asString(),
                finding.path("events").asString(),
                finding.path("promised").asString(),
                finding.path("first").path(0).path("found").asString(""),
                StreamSupport.stream(finding.path("first").spliterator(), false)
                        .map(place -> place.path("aggregateId").asString() + "@"
                                + place.path("position").asString())
                        .collect(Collectors.joining(" ")),
                finding.path("excuse").asString(""));
    }
}
