package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.cli.Output;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ends a login here and at its provider. */
@Command(
        name = "logout",
        description = "Forget the login, and have the provider end it.",
        mixinStandardHelpOptions = true,
        footer = {"", "Done again it changes nothing.", "Example: fairlead logout"})
public final class LogoutCommand implements Callable<Integer> {

    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            description = "Which login, where several are kept; that of the application when absent.")
    private @Nullable String issuer;

    @Override
    public Integer call() {
        var place = LoginPlace.here();
        var at = issuer == null ? place.issuer() : issuer;
        var former = place.logins().remove(at);
        var isRevoked = former.isPresent() && revoke(former.get());
        if (former.isEmpty()) {
            output.say("nobody was logged in at " + at);
        } else if (isRevoked) {
            output.say("logged out at " + at);
        } else {
            output.say("the login is forgotten here; at %s it ends by itself".formatted(at));
        }
        if (output.isJson()) {
            var document = new LinkedHashMap<String, Object>();
            document.put("issuer", at);
            document.put("loggedOut", former.isPresent());
            document.put("revoked", isRevoked);
            output.print(document);
        }
        return ExitCode.OK.code();
    }

    /** Whether the provider has ended it; forgotten it is in any case. */
    private boolean revoke(KeptLogin login) {
        if (login.revocationAddress().isEmpty() || login.refreshToken().isEmpty()) {
            return false;
        }
        try {
            return ProviderCalls.post(
                            ProviderCalls.safe(login.revocationAddress(), "revocation_endpoint"),
                            Map.of(
                                    "client_id", login.client(),
                                    "token", login.refreshToken(),
                                    "token_type_hint", "refresh_token"))
                    .isOk();
        } catch (CommandFailed away) {
            output.say(String.valueOf(away.getMessage()));
            return false;
        }
    }
}
