package io.fairlead.cli.login;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Login by device (RFC 8628): somebody opens an address in any browser and enters a code, while the command asks the provider
 * whether that is done. With a proof key (RFC 7636), so that who sees the device code has no use of it.
 *
 * @param waits is called between two questions
 */
record DeviceFlow(Provider provider, String client, Consumer<Duration> waits) {

    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final Duration SLOWER = Duration.ofSeconds(5);
    private static final Duration INTERVAL_MAX = Duration.ofMinutes(5);
    private static final int VERIFIER_BYTES = 32;

    /**
     * What somebody has to do.
     *
     * @param complete address that has the code in it; the plain one where the provider has none
     * @param validFor how long the code is taken
     */
    record Prompt(String address, String code, String complete, Duration validFor) {}

    /**
     * Begins, shows the prompt, and waits for its end.
     *
     * @return the provider's answer with the tokens
     * @throws CommandFailed when it is denied, or nobody does it in time
     */
    JsonNode run(Consumer<Prompt> shows) {
        var verifier = random();
        var begun = begin(verifier);
        var prompt = prompt(begun);
        shows.accept(prompt);
        var form = new LinkedHashMap<>(Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "client_id",
                client,
                "device_code",
                begun.path("device_code").asString(""),
                "code_verifier",
                verifier));
        var interval = Duration.ofSeconds(begun.path("interval").asLong(INTERVAL.toSeconds()));
        var waited = Duration.ZERO;
        while (waited.compareTo(prompt.validFor()) < 0) {
            waits.accept(interval);
            waited = waited.plus(interval);
            try {
                var answer = ProviderCalls.post(provider.token(), form);
                if (answer.isOk()) {
                    return answer.body();
                }
                if (answer.error().equals("slow_down")) {
                    interval = interval.plus(SLOWER);
                } else if (answer.status() >= 500) {
                    interval = longer(interval);
                } else if (!answer.error().equals("authorization_pending")) {
                    throw refused(answer);
                }
            } catch (CommandFailed failed) {
                if (failed.code() != ExitCode.RETRY_LATER) {
                    throw failed;
                }
                interval = longer(interval); // As RFC 8628 wants it when nobody answers.
            }
        }
        throw expired();
    }

    private JsonNode begin(String verifier) {
        var answer = ProviderCalls.post(
                provider.deviceAuthorization(),
                Map.of(
                        "client_id",
                        client,
                        "scope",
                        "openid",
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256"));
        if (!answer.isOk()) {
            throw new CommandFailed(
                    answer.status() >= 500 ? ExitCode.RETRY_LATER : ExitCode.AUTHENTICATION,
                    "%s does not let client %s log in by device: %s"
                            .formatted(provider.issuer(), client, answer.reason()));
        }
        return answer.body();
    }

    private Prompt prompt(JsonNode begun) {
        var address = begun.path("verification_uri").asString("");
        var complete = begun.path("verification_uri_complete").asString(address);
        var _ = ProviderCalls.safe(address, "verification_uri");
        var _ = ProviderCalls.safe(complete, "verification_uri_complete");
        return new Prompt(
                URI.create(address).toString(),
                begun.path("user_code").asString(""),
                complete,
                Duration.ofSeconds(begun.path("expires_in").asLong(0)));
    }

    private static Duration longer(Duration interval) {
        var twice = interval.multipliedBy(2);
        return twice.compareTo(INTERVAL_MAX) < 0 ? twice : INTERVAL_MAX;
    }

    private CommandFailed refused(ProviderCalls.Answer answer) {
        return switch (answer.error()) {
            case "access_denied" ->
                new CommandFailed(
                        ExitCode.AUTHENTICATION,
                        "the login was denied at " + provider.issuer() + "; nobody is logged in");
            case "expired_token" -> expired();
            default ->
                new CommandFailed(
                        ExitCode.AUTHENTICATION,
                        "%s refused the login: %s".formatted(provider.issuer(), answer.reason()));
        };
    }

    private static CommandFailed expired() {
        return new CommandFailed(
                ExitCode.AUTHENTICATION, "nobody entered the code in time; run `fairlead login` again for a new one");
    }

    private static String random() {
        var bytes = new byte[VERIFIER_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every JDK has it.
        }
    }
}
