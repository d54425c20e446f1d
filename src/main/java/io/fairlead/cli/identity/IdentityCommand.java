package io.fairlead.cli.identity;

import io.fairlead.cli.Acting;
import io.fairlead.cli.Api;
import io.fairlead.cli.Cells;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The commands about who a login is besides. */
@Command(
        name = "identity",
        description = "Say or list who a login is besides, so that nobody approves what they did under a former name.",
        subcommands = {IdentityCommand.MapIt.class, IdentityCommand.ListThem.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: fairlead identity map 'local|mara' https://login.example.com 00000000-0000-4000-8000-000000000001",
            "         fairlead identity list --json"
        })
public final class IdentityCommand implements Runnable {

    private static final List<String> COLUMNS = List.of("name", "issuer", "subject", "identityId");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    /** Says that a login is a former name, or a person. */
    @Command(
            name = "map",
            description =
                    "Say that a login is a name that somebody acted by without one, or a person; stays on record.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "Example: fairlead identity map person:mara https://login.example.com 00000000-0000-4000-8000-000000000001"
            })
    static final class MapIt implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Mixin
        private final Acting acting = new Acting();

        @Parameters(
                index = "0",
                paramLabel = "NAME",
                description = "local|<name> as it stands in events, or person:<code>.")
        private String name = "";

        @Parameters(index = "1", paramLabel = "ISS", description = "Issuer of the login, as tokens name it.")
        private String issuer = "";

        @Parameters(index = "2", paramLabel = "SUB", description = "Subject of the login, as tokens name it.")
        private String subject = "";

        @Option(names = "--dry-run", description = "Tell whether it may be, or the refusal; change nothing.")
        private boolean dryRun;

        @Override
        public Integer call() {
            var api = acting.api(output);
            var body = Map.of("issuer", issuer, "subject", subject, "name", name);
            var answer = (dryRun ? api.rehearse("/v1/identities", body) : api.post("/v1/identities", body)).body();
            output.print(answer, Cells.fields(answer, dryRun ? "Dry run: nothing was changed" : ""));
            return ExitCode.OK.code();
        }
    }

    /** Lists what was said. */
    @Command(
            name = "list",
            description = "Show logins and whoever else they are.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead identity list --json"})
    static final class ListThem implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Option(
                names = "--limit",
                defaultValue = "100",
                paramLabel = "N",
                description = "At most as many, 1 to 1000; 100 when absent.")
        private int limit;

        @Override
        public Integer call() {
            var answer = Api.local().get("/v1/identities?limit=" + limit).body();
            Cells.tellMore(output, answer);
            output.print(answer, Cells.list(answer.path("items"), COLUMNS, "No login is mapped"));
            return ExitCode.OK.code();
        }
    }
}
