package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.LaunchFailed;
import io.fairlead.launch.PrivateFile;
import io.fairlead.launch.ProviderSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Which token goes to which server: one that was meant for it, and to no other. */
public final class Bearers {

    private static final String TOKEN_FILE = "FAIRLEAD_TOKEN_FILE";

    /** For the application of a data folder. */
    public static Bearer ofFolder(Map<String, String> environment, DataFolder data) {
        var logins = Logins.ofUser(environment);
        return ofFile(environment)
                .or(() -> ProviderSettings.issuer(environment, data)
                        .filter(issuer -> logins.find(issuer).isPresent())
                        .map(issuer -> new OfLogin(logins, issuer)))
                .orElse(Bearer.NONE);
    }

    /** For the server at an address: the login that was made for it. */
    public static Bearer ofServer(Map<String, String> environment, String address) {
        var logins = Logins.ofUser(environment);
        var bearer = ofFile(environment)
                .or(() -> logins.forServer(address).map(login -> new OfLogin(logins, login.issuer())));
        if (bearer.isPresent() && !ProviderCalls.isSafe(URI.create(address))) {
            throw new CommandFailed(
                    ExitCode.USAGE,
                    "a token does not go to %s, where others may read it on its way; use https://".formatted(address));
        }
        return bearer.orElse(Bearer.NONE);
    }

    /** That of a machine, which somebody else puts there and renews. */
    private static Optional<Bearer> ofFile(Map<String, String> environment) {
        return Optional.of(environment.getOrDefault(TOKEN_FILE, ""))
                .filter(file -> !file.isBlank())
                .map(file -> new OfFile(Path.of(file)));
    }

    /** Read for each call, since it is renewed there. */
    private record OfFile(Path file) implements Bearer {

        @Override
        public String token() {
            try {
                return PrivateFile.find(file)
                        .map(String::strip)
                        .filter(token -> token.matches("[\\x21-\\x7e]+"))
                        .orElseThrow(() -> new CommandFailed(
                                ExitCode.USAGE,
                                "%s names %s, which holds no token; let it be put there".formatted(TOKEN_FILE, file)));
            } catch (IOException e) {
                throw new CommandFailed(
                        ExitCode.USAGE,
                        "%s names %s, which cannot be read (%s)".formatted(TOKEN_FILE, file, e.getMessage()));
            } catch (LaunchFailed open) {
                throw new CommandFailed(ExitCode.USAGE, String.valueOf(open.getMessage()));
            }
        }

        @Override
        public boolean isActor() {
            return true;
        }
    }

    private Bearers() {}
}
