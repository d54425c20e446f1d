package io.fairlead.cli.expense;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Moves one expense to another line, project or customer. */
@Command(
        name = "move",
        description = "Move an expense to another line, project or customer.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "What is unbilled goes; of what is billed a credit is proposed, and it is unbilled there.",
            "An approved one is approved there by who moves it: neither its author nor its spender.",
            "Example: fairlead expenses move 6f1c2c9e --project portal --reason 'wrong project' --as lead --dry-run"
        })
final class MoveCommand extends ExpenseChange {

    @Option(names = "--project", required = true, paramLabel = "P", description = "Where to.")
    private String project = "";

    @Option(names = "--line", paramLabel = "N", description = "Contract line there; the project's when absent.")
    private @Nullable Integer line;

    @Override
    String path() {
        return "move";
    }

    @Override
    Map<String, @Nullable Object> body(JsonNode expense) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("project", project);
        body.put("lineNo", line);
        return body;
    }
}
