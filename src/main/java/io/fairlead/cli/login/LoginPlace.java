package io.fairlead.cli.login;

import io.fairlead.cli.Api;
import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.launch.DataFolder;
import io.fairlead.launch.ProviderSettings;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Where commands that log in and out stand: for which server, and whom it believes.
 *
 * @param server address that FAIRLEAD_URL names; empty for the application of the data folder
 */
record LoginPlace(Logins logins, Map<String, String> environment, String server) {

    static LoginPlace here() {
        var environment = new HashMap<>(System.getenv());
        var server = System.getProperty(Api.ADDRESS, environment.getOrDefault("FAIRLEAD_URL", ""));
        return new LoginPlace(Logins.ofUser(environment), environment, server.replaceAll("/+$", ""));
    }

    /** Where to log in when nobody says. */
    String issuer() {
        return issuerIfAny()
                .orElseThrow(() -> new CommandFailed(
                        ExitCode.USAGE,
                        "no identity provider is known here, so nobody has to log in; name one by --issuer,"
                                + " or start with `fairlead up --oidc URL`"));
    }

    /** Where somebody would log in, or is logged in. */
    Optional<String> issuerIfAny() {
        if (server.isEmpty()) {
            return ProviderSettings.issuer(environment, DataFolder.of(environment));
        }
        return logins.forServer(server).map(KeptLogin::issuer).or(() -> Optional.of(
                        environment.getOrDefault(ProviderSettings.ISSUER, ""))
                .filter(issuer -> !issuer.isBlank()));
    }

    String client() {
        var named = ProviderSettings.client(environment, DataFolder.of(environment));
        return named.isBlank() ? "fairlead-cli" : named;
    }

    /** Logs in and keeps it, for the server where one is named. */
    KeptLogin login(String issuer, String client, Consumer<Duration> waits, Consumer<DeviceFlow.Prompt> shows) {
        var provider = Provider.discover(issuer);
        var tokens = new DeviceFlow(provider, client, waits).run(shows);
        var name = name(provider, tokens.path("access_token").asString(""));
        var login = KeptLogin.of(provider, client, name, tokens, logins.now().instant());
        var former = logins.find(issuer);
        for (var known : former.map(KeptLogin::servers).orElseGet(java.util.TreeSet::new)) {
            login = login.forServer(known);
        }
        if (!server.isEmpty()) {
            login = login.forServer(server);
        }
        logins.keep(login);
        return login;
    }

    /** For people; a provider that tells no names is as good. */
    private static String name(Provider provider, String token) {
        if (provider.userinfo().isEmpty()) {
            return "";
        }
        var answer = ProviderCalls.get(ProviderCalls.safe(provider.userinfo(), "userinfo_endpoint"), token);
        return answer.body()
                .path("name")
                .asString(answer.body().path("preferred_username").asString(""));
    }
}
