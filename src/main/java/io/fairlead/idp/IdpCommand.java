package io.fairlead.idp;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.LabCommand;
import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import io.fairlead.cli.Waiting;
import io.fairlead.launch.DataFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** An identity provider for whoever wants to see logins work before a firm's own is there. */
@Command(
        name = "idp",
        description = "Start and stop an identity provider to try logins with: Keycloak on loopback.",
        subcommands = {IdpCommand.Up.class, IdpCommand.Down.class, IdpCommand.Status.class},
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "For trying only: its people have passwords that everybody knows, name and -pw, such as tina-pw.",
            "Each has --json.",
            "Example: fairlead idp up"
        })
public final class IdpCommand implements LabCommand, Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(System.out);
    }

    private static Keycloak keycloak() {
        return new Keycloak(DataFolder.of(System.getenv()), System.getenv());
    }

    private static void print(Output output, Keycloak.Seen seen) {
        var document = new LinkedHashMap<String, Object>();
        document.put("state", seen.state());
        document.put("issuer", seen.issuer());
        document.put("pid", seen.pid());
        document.put("port", seen.port());
        var row = List.of(
                seen.state(),
                seen.issuer(),
                seen.pid() == 0 ? "" : Long.toString(seen.pid()),
                seen.port() == 0 ? "" : Integer.toString(seen.port()));
        output.print(document, new Table("", List.of("state", "issuer", "pid", "port"), List.of(row)));
    }

    /** Starts it. */
    @Command(
            name = "up",
            description = "Start Keycloak on loopback with realm fairlead; the first time Maven brings it.",
            mixinStandardHelpOptions = true,
            footer = {
                "",
                "It runs on until `fairlead idp down`; what people change in it is kept. FAIRLEAD_IDP_PORT fixes its port.",
                "Example: fairlead idp up && fairlead up --detach --oidc \"$(fairlead idp status --csv | sed -n 2p | cut -d, -f2)\""
            })
    static final class Up implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            var begin = System.nanoTime();
            var seen = Waiting.on(
                    output, "identity provider", 0, () -> (System.nanoTime() - begin) / 1_000_000_000, () -> keycloak()
                            .up(KeycloakDelivery.CENTRAL, output::say));
            output.say(
                    "WARNING: for trying only. Everybody knows the passwords of this provider: NAME-pw for each of its people.");
            print(output, seen);
            return ExitCode.OK.code();
        }
    }

    /** Ends it. */
    @Command(
            name = "down",
            description = "Stop it; what people changed in it is kept.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead idp down"})
    static final class Down implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            var ran = keycloak().down();
            output.say(ran ? "stopped" : "no identity provider ran");
            if (output.isJson()) {
                output.print(Map.of("stopped", ran));
            }
            return ExitCode.OK.code();
        }
    }

    /** Tells what runs. */
    @Command(
            name = "status",
            description = "Show whether it runs, and the issuer to give to `fairlead up --oidc`.",
            mixinStandardHelpOptions = true,
            footer = {"", "Example: fairlead idp status --json"})
    static final class Status implements Callable<Integer> {

        @Mixin
        private final Output output = new Output();

        @Override
        public Integer call() {
            print(output, keycloak().seen());
            return ExitCode.OK.code();
        }
    }
}
