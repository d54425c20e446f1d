package io.fairlead.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a row that would be set, or would end, changes of work that is priced already. */
@Command(
        name = "preview",
        description = "Show what a change of a price would do to priced work, entry by entry; nothing is written.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Unbilled work would get the new price; for drafted and invoiced work it would only be proposed. Approved time"
                    + " that waits for a rate is named, with the price that it gets when its work item is resolved.",
            "Example: fairlead rates preview --card standard --owner legal-entity:de --rate 165 --currency EUR"
                    + " --from 2026-03-01",
            "Example: fairlead rates preview --card standard --end r2026 --to 2026-04-01 --json"
        })
final class RatesPreview implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Option(names = "--card", required = true, paramLabel = "C", description = "The rate card.")
    private String card = "";

    @Option(
            names = "--owner",
            paramLabel = "O",
            description = "Whose card: legal-entity:, customer:, project:, contract:.")
    private @Nullable String owner;

    @Option(names = "--rate", paramLabel = "R", description = "Price of a unit, such as 133.33.")
    private @Nullable BigDecimal rate;

    @Option(names = "--currency", paramLabel = "CUR", description = "ISO 4217.")
    private @Nullable String currency;

    @Option(names = "--unit", paramLabel = "U", description = "HOUR or DAY; HOUR when absent.")
    private @Nullable String unit;

    @Option(names = "--from", paramLabel = "DATE", description = "First day of the row.")
    private @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "First day outside; of a row that would end, too.")
    private @Nullable LocalDate to;

    @Option(names = "--person", paramLabel = "P", description = "The one person; all when absent.")
    private @Nullable String person;

    @Option(names = "--role", paramLabel = "ROLE", description = "The one role; all when absent.")
    private @Nullable String role;

    @Option(names = "--end", paramLabel = "ROW", description = "The row that would end on --to, in place of a new one.")
    private @Nullable String ends;

    @Override
    public Integer call() {
        var preview =
                acting.api(output).post("/v1/rate-changes/preview", body()).body();
        var tables = new ArrayList<Table>();
        Cells.add(
                tables,
                "By entry; nothing was changed",
                preview.path("entries"),
                List.of("timeEntryId", "workDate", "rate", "newRate", "unbilled", "drafted", "invoiced", "currency"));
        Cells.add(tables, "In total", preview.path("totals"), List.of("currency", "unbilled", "drafted", "invoiced"));
        Cells.add(
                tables,
                "Waiting time that would get its first price",
                preview.path("freed"),
                List.of("timeEntryId", "workDate", "rate", "seconds", "amount", "currency"));
        if (tables.isEmpty()) {
            tables.add(new Table(
                    "No priced work would change, and no waiting work would get a price",
                    List.of("entries"),
                    List.of()));
        }
        output.print(preview, tables.toArray(Table[]::new));
        return ExitCode.OK.code();
    }

    private Map<String, Object> body() {
        var row = new LinkedHashMap<String, Object>();
        if (ends != null) {
            put(row, "id", ends);
            put(row, "to", to);
            return Map.of("rateCard", card, "end", row);
        }
        put(row, "owner", owner);
        put(row, "person", person);
        put(row, "role", role);
        put(row, "rate", rate == null ? null : rate.toPlainString());
        put(row, "currency", currency);
        put(row, "unit", unit);
        put(row, "from", from);
        put(row, "to", to);
        row.put("reason", "preview");
        return Map.of("rateCard", card, "set", row);
    }

    private static void put(Map<String, Object> row, String name, @Nullable Object value) {
        if (value != null) {
            row.put(name, value.toString());
        }
    }
}
