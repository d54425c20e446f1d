package io.fairlead.cli.client;

import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** Shows who calls what. */
@Command(
        name = "clients",
        description = "Show which client calls which operation of the API, how often and since when.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "A sunset is the last day of an operation that is retiring: whoever still calls it has to be told.",
            "Example: fairlead clients --retiring",
            "Example: fairlead clients --json > src/docs/contract/clients.json"
        })
public final class ClientsCommand implements Callable<Integer> {

    private static final List<String> HEADINGS =
            List.of("client", "operation", "calls", "since", "last seen", "sunset");

    @Mixin
    private final Output output = new Output();

    @Option(names = "--client", paramLabel = "NAME", description = "Only what this client calls.")
    private String client = "";

    @Option(names = "--retiring", description = "Only calls of operations that are retiring.")
    private boolean retiring;

    @Override
    public Integer call() {
        var calls = Api.local()
                .get("/v1/clients")
                .body()
                .path("clients")
                .valueStream()
                .filter(this::isAskedFor)
                .toList();
        output.print(
                calls,
                new Table(
                        calls.size() + " uses of operations",
                        HEADINGS,
                        calls.stream().map(ClientsCommand::row).toList()));
        return ExitCode.OK.code();
    }

    private boolean isAskedFor(JsonNode call) {
        return (client.isEmpty() || call.path("client").asString().equals(client))
                && (!retiring
                        || !call.path("sunset").isMissingNode()
                                && !call.path("sunset").isNull());
    }

    private static List<String> row(JsonNode call) {
        return List.of(
                call.path("client").asString(),
                call.path("operation").asString(),
                call.path("calls").asString(),
                call.path("since").asString(),
                call.path("lastSeen").asString(),
                call.path("sunset").asString(""));
    }
}
