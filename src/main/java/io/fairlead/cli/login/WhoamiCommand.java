package io.fairlead.cli.login;

import io.fairlead.cli.Api;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows who one is to the application. */
@Command(
        name = "whoami",
        description = "Show who you are to the application: issuer, subject, roles, companies, and until when.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Without an identity provider you are whom FAIRLEAD_ACTOR names.",
            "Example: fairlead whoami --json"
        })
public final class WhoamiCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = Api.local().get("/v1/whoami").body(); // Renews the login, so that its end is told as it is now.
        var place = LoginPlace.here();
        var login = place.issuerIfAny().flatMap(place.logins()::find);
        Whoami.print(output, login.orElse(null), answer);
        return ExitCode.OK.code();
    }
}
