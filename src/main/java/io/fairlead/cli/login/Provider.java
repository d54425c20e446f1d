package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * An identity provider as it describes itself (OpenID Connect Discovery 1.0).
 *
 * @param issuer as it was asked for, which is how it names itself
 * @param revocation empty where it takes no token back
 * @param userinfo empty where it tells no names
 */
record Provider(String issuer, URI deviceAuthorization, URI token, String revocation, String userinfo) {

    /**
     * Asks it.
     *
     * @throws CommandFailed when it is not there, is another than was asked, or has no device flow
     */
    static Provider discover(String issuer) {
        var address =
                ProviderCalls.safe(issuer.replaceFirst("/+$", "") + "/.well-known/openid-configuration", "the issuer");
        var answer = ProviderCalls.get(address, "");
        if (!answer.isOk()) {
            throw new CommandFailed(
                    answer.status() >= 500 ? ExitCode.RETRY_LATER : ExitCode.USAGE,
                    "%s is no identity provider: %s answered %d; check the issuer"
                            .formatted(issuer, address, answer.status()));
        }
        var body = answer.body();
        var named = body.path("issuer").asString("");
        if (!named.equals(issuer)) {
            throw new CommandFailed(
                    ExitCode.AUTHENTICATION,
                    "the provider at %s names itself %s; give that if it is the one you mean"
                            .formatted(issuer, named.isEmpty() ? "not at all" : named));
        }
        if (body.path("device_authorization_endpoint").asString("").isEmpty()) {
            throw new CommandFailed(
                    ExitCode.FAILED,
                    "%s has no login by device (RFC 8628); let its administrator switch it on".formatted(issuer));
        }
        return new Provider(
                issuer,
                endpoint(body, "device_authorization_endpoint"),
                endpoint(body, "token_endpoint"),
                optional(body, "revocation_endpoint"),
                optional(body, "userinfo_endpoint"));
    }

    private static URI endpoint(JsonNode body, String name) {
        return ProviderCalls.safe(body.path(name).asString(""), name);
    }

    private static String optional(JsonNode body, String name) {
        return body.path(name).asString("").isEmpty()
                ? ""
                : endpoint(body, name).toString();
    }
}
