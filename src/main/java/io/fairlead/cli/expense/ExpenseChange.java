package io.fairlead.cli.expense;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** One change of an expense, or a look at what that would do. */
abstract class ExpenseChange implements Callable<Integer> {

    private static final String[] FIGURES = {"cost", "price", "unbilled", "invoiced", "overcharged", "currency"};

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "ID", description = ExpensesCommand.ID)
    private String id = "";

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why.")
    private String reason = "";

    @Option(names = "--dry-run", description = "Tell what it would do, or the refusal; change nothing.")
    private boolean dryRun;

    final String reason() {
        return reason;
    }

    /** Below the expense. */
    abstract String path();

    /** What is told beside the reason; null values are left out. */
    abstract Map<String, @Nullable Object> body(JsonNode expense);

    @Override
    public Integer call() {
        var api = acting.api(output);
        var path = ExpensesCommand.path(id) + "/" + path();
        var fields = new LinkedHashMap<String, Object>();
        body(api.get(ExpensesCommand.path(id)).body()).forEach((name, value) -> {
            if (value != null) {
                fields.put(name, value instanceof Integer ? value : value.toString());
            }
        });
        fields.put("reason", reason);
        var preview = api.post(path + "/preview", fields).body();
        if (dryRun) {
            var _ = api.rehearse(path, fields);
        } else {
            send(api, path, fields);
        }
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("change", preview);
        output.print(
                document,
                new Table(
                        dryRun ? "Dry run: nothing was changed" : "",
                        Stream.concat(Stream.of(""), Stream.of(FIGURES)).toList(),
                        List.of(row("before", preview.path("before")), row("after", preview.path("after")))));
        return ExitCode.OK.code();
    }

    private static void send(Api api, String path, Map<String, Object> fields) {
        var done = api.post(path, fields).body();
        Acting.await(api, done.path("position").asLong(0));
    }

    private static List<String> row(String which, JsonNode standing) {
        return Stream.concat(Stream.of(which), Cells.of(standing, FIGURES).stream())
                .toList();
    }
}
