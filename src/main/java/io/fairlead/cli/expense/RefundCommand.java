package io.fairlead.cli.expense;

import io.fairlead.cli.option.GivenOnce;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Notes what a supplier gave back. */
@Command(
        name = "refund",
        description = "Note what the supplier of an approved expense gave back.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Cost and what is unbilled follow; of what is billed a credit is proposed.",
            "Example: fairlead expenses refund 6f1c2c9e --amount 119.00 --tax 19.00 --recoverable-tax 19.00"
                    + " --on 2026-04-30 --reason 'one night was cancelled' --dry-run"
        })
final class RefundCommand extends ExpenseChange {

    @Option(names = "--amount", required = true, paramLabel = "A", description = "Given back with tax.")
    private BigDecimal amount = BigDecimal.ZERO;

    @Option(names = "--tax", paramLabel = "A", description = "Tax in it; 0 when absent.")
    private @Nullable BigDecimal tax;

    @Option(
            names = "--recoverable-tax",
            paramLabel = "A",
            description = "Part of the tax that does not come back any more; 0 when absent.")
    private @Nullable BigDecimal recoverableTax;

    @Option(names = "--on", required = true, paramLabel = "DATE", description = "Day of the money.")
    private LocalDate on = LocalDate.EPOCH;

    @Option(
            names = "--refund-id",
            paramLabel = "ID",
            description =
                    "Its name within the expense; when absent, the same figures, day and reason are the same refund.")
    private @Nullable String refundId;

    @Override
    String path() {
        return "refunds";
    }

    @Override
    Map<String, @Nullable Object> body(JsonNode expense) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", GivenOnce.id(refundId, "expense-refund", amount, tax, recoverableTax, on, reason()));
        body.put("refundedOn", on);
        body.put("amount", amount.toPlainString());
        body.put("tax", tax == null ? null : tax.toPlainString());
        body.put("recoverableTax", recoverableTax == null ? null : recoverableTax.toPlainString());
        body.put("currency", expense.path("currency").asString());
        return body;
    }
}
