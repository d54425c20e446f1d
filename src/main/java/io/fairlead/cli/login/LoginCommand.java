package io.fairlead.cli.login;

import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Logs in at the identity provider that the application believes. */
@Command(
        name = "login",
        description =
                "Log in at the identity provider: open the address that is shown in any browser and enter the code.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The login is kept in fairlead/logins of XDG_CONFIG_HOME (or ~/.config), for you alone, and renewed by",
            "itself. Machines have FAIRLEAD_TOKEN_FILE instead. The address and the code are shown with --quiet too.",
            "Example: fairlead login --issuer https://login.example.com/realms/firm"
        })
public final class LoginCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "The provider; FAIRLEAD_OIDC_ISSUER, else that of `fairlead up --oidc`, when absent.")
    private @Nullable String issuer;

    @Option(
            names = "--client",
            paramLabel = "ID",
            description = "Client of the command line there; FAIRLEAD_OIDC_CLI_CLIENT, else fairlead-cli, when absent.")
    private @Nullable String client;

    @Override
    public Integer call() {
        var place = LoginPlace.here();
        var at = issuer == null ? place.issuer() : issuer;
        var login = place.login(at, client == null ? place.client() : client, LoginCommand::pause, this::show);
        output.say("logged in at " + at);
        try {
            Whoami.print(output, login, Api.local().get("/v1/whoami").body());
        } catch (CommandFailed unanswered) {
            output.say("the application does not tell yet who you are to it: " + unanswered.getMessage());
            Whoami.print(output, login, null);
        }
        return ExitCode.OK.code();
    }

    private void show(DeviceFlow.Prompt prompt) {
        output.ask("Open %s in a browser and enter the code %s within %d minutes"
                .formatted(prompt.address(), prompt.code(), prompt.validFor().toMinutes()));
        if (!prompt.complete().equals(prompt.address())) {
            output.ask("or open " + prompt.complete() + " and compare the code");
        }
    }

    private static void pause(Duration duration) {
        LockSupport.parkNanos(duration.toNanos());
        if (Thread.currentThread().isInterrupted()) {
            throw new CommandFailed(ExitCode.INTERRUPTED, "interrupted");
        }
    }
}
