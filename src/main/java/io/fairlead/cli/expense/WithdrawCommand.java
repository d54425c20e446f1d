package io.fairlead.cli.expense;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/** Says that an approved expense is none. */
@Command(
        name = "withdraw",
        description = "Say that an approved expense should never have been one.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "It costs nothing and nothing of it is unbilled; of what is billed a credit is proposed.",
            "Example: fairlead expenses withdraw 6f1c2c9e --reason 'entered twice' --as lead --dry-run"
        })
final class WithdrawCommand extends ExpenseChange {

    @Override
    String path() {
        return "withdrawal";
    }

    @Override
    Map<String, @Nullable Object> body(JsonNode expense) {
        return Map.of();
    }
}
