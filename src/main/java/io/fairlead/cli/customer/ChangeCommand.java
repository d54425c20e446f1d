package io.fairlead.cli.customer;

import io.fairlead.cli.Acting;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/** Tells what is different of a customer from a day on. */
@Command(
        name = "change",
        description = "Tell what is different of a customer from a day on; what is not told stays.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Terms hold for contracts signed from that day on that say nothing themselves.",
            "Example: fairlead customers change acme --from 2026-07-01 --name \"Acme SE\" --dry-run"
        })
final class ChangeCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final Acting acting = new Acting();

    @Parameters(paramLabel = "ID", description = CustomersCommand.ID)
    private String id = "";

    @Option(names = "--from", required = true, paramLabel = "DATE", description = "First day that it holds for.")
    private LocalDate from = LocalDate.EPOCH;

    @Option(names = "--name", paramLabel = "NAME", description = "Registered name.")
    private @Nullable String name;

    @Option(names = "--street", paramLabel = "STREET", description = "Street and number.")
    private @Nullable String street;

    @Option(names = "--city", paramLabel = "CITY", description = "Town.")
    private @Nullable String city;

    @Option(names = "--postal-code", paramLabel = "CODE", description = "Postal code.")
    private @Nullable String postalCode;

    @Option(names = "--country", paramLabel = "CC", description = "ISO 3166-1 alpha-2, such as DE.")
    private @Nullable String country;

    @Option(names = "--payment-terms", paramLabel = "DAYS", description = "Days from issue until due, 0 to 365.")
    private @Nullable Integer paymentTermsDays;

    @Option(
            names = "--po-required",
            negatable = true,
            description = "Whether it pays only invoices that name a purchase order.")
    private @Nullable Boolean poRequired;

    @Option(names = "--buyer-reference", paramLabel = "TEXT", description = "Printed on invoices.")
    private @Nullable String buyerReference;

    @Option(names = "--without-buyer-reference", description = "It has none any more.")
    private boolean withoutBuyerReference;

    @Option(names = "--language", paramLabel = "CODE", description = "Language of its documents: en, de or fr.")
    private @Nullable String language;

    @Option(names = "--tax-id", paramLabel = "ID", description = "Tax identifier.")
    private @Nullable String taxId;

    @Option(names = "--without-tax-id", description = "It has none any more.")
    private boolean withoutTaxId;

    @Option(names = "--tax-category", paramLabel = "CODE", description = "UNCL5305: S, Z, E, AE, G or O.")
    private @Nullable String taxCategory;

    @Option(
            names = "--endpoint",
            paramLabel = "SCHEME:ID",
            description = "Electronic address, such as 0204:991-12345-67.")
    private @Nullable String endpoint;

    @Option(names = "--registration", paramLabel = "SCHEME:ID", description = "Entry in the register of companies.")
    private @Nullable String registration;

    @Option(
            names = "--add-alias",
            paramLabel = "NAME",
            description = "An outside name that it has besides; may be repeated.")
    private List<String> aliasesAdded = List.of();

    @Option(names = "--remove-alias", paramLabel = "NAME", description = "One that it has no longer; may be repeated.")
    private List<String> aliasesRemoved = List.of();

    @Option(names = "--dry-run", description = "Show what would be different; change nothing.")
    private boolean dryRun;

    @Override
    public Integer call() {
        var api = acting.api(output);
        var path = CustomersCommand.path(id);
        var preview = api.post(path + "/changes/preview", body()).body();
        var _ = dryRun ? api.rehearse(path + "/changes", body()) : api.post(path + "/changes", body());
        var document = new LinkedHashMap<String, Object>();
        document.put("dryRun", dryRun);
        document.put("differences", preview.path("differences"));
        var rows = preview.path("differences")
                .valueStream()
                .map(ChangeCommand::row)
                .toList();
        output.print(
                document,
                new Table(
                        (dryRun ? "Nothing was changed; " : "") + rows.size() + (dryRun ? " would differ" : " changed")
                                + " from " + from,
                        List.of("field", "before", "after", "until"),
                        rows));
        return ExitCode.OK.code();
    }

    private static List<String> row(JsonNode difference) {
        return List.of(
                difference.path("field").asString(),
                difference.path("before").asString("none"),
                difference.path("after").asString("none"),
                difference.path("until").asString(""));
    }

    private Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("from", from.toString());
        put(body, "name", name);
        put(body, "street", street);
        put(body, "city", city);
        put(body, "postalCode", postalCode);
        put(body, "country", country);
        put(body, "paymentTermsDays", paymentTermsDays);
        put(body, "poRequired", poRequired);
        put(body, "buyerReference", withoutBuyerReference ? "" : buyerReference);
        put(body, "language", language);
        put(body, "taxId", withoutTaxId ? "" : taxId);
        put(body, "taxCategory", taxCategory);
        put(body, "endpoint", schemed(endpoint));
        put(body, "registration", schemed(registration));
        body.put("aliasesAdded", aliasesAdded);
        body.put("aliasesRemoved", aliasesRemoved);
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable Object value) {
        if (value != null) {
            body.put(field, value);
        }
    }

    private static @Nullable Map<String, String> schemed(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        return colon < 0
                ? Map.of("scheme", "", "id", text)
                : Map.of("scheme", text.substring(0, colon), "id", text.substring(colon + 1));
    }
}
