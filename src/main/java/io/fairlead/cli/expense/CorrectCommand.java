package io.fairlead.cli.expense;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Corrects one expense; what is not told stays. */
@Command(
        name = "correct",
        description = "Correct an expense, approved or not; what is not told stays.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Cost and what is unbilled follow; of what is billed a credit is proposed.",
            "An approved one is corrected by neither its author nor its spender.",
            "Example: fairlead expenses correct 6f1c2c9e --amount 476.00 --tax 76.00 --recoverable-tax 76.00"
                    + " --reason misread --as lead --dry-run"
        })
final class CorrectCommand extends ExpenseChange {

    @Option(names = "--amount", paramLabel = "A", description = "Total of the receipt with tax.")
    private @Nullable BigDecimal amount;

    @Option(names = "--tax", paramLabel = "A", description = "Tax in it.")
    private @Nullable BigDecimal tax;

    @Option(names = "--recoverable-tax", paramLabel = "A", description = "Part of the tax that the firm gets back.")
    private @Nullable BigDecimal recoverableTax;

    @Option(names = "--spent-on", paramLabel = "DATE", description = "The receipt's date.")
    private @Nullable LocalDate spentOn;

    @Option(names = "--category", paramLabel = "C", description = "Kind of expense.")
    private @Nullable String category;

    @Override
    String path() {
        return "corrections";
    }

    @Override
    Map<String, @Nullable Object> body(JsonNode expense) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("spentOn", spentOn == null ? expense.path("spentOn").asString() : spentOn);
        body.put("amount", text(amount, expense, "amount"));
        body.put("tax", text(tax, expense, "tax"));
        body.put("recoverableTax", text(recoverableTax, expense, "recoverableTax"));
        body.put("currency", expense.path("currency").asString());
        body.put("category", category);
        return body;
    }

    private static String text(@Nullable BigDecimal given, JsonNode expense, String field) {
        return given == null ? expense.path(field).asString() : given.toPlainString();
    }
}
