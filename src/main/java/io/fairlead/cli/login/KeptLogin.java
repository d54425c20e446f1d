package io.fairlead.cli.login;

import java.time.Instant;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A login as it is kept between commands.
 *
 * @param client by which it was made
 * @param name of the person, for people; empty where the provider tells none
 * @param tokenAddress where it is renewed
 * @param revocationAddress where it is taken back; empty where nowhere
 * @param refreshToken empty where the provider gave none
 * @param expiresAt when the access token ends
 * @param servers addresses of those that it was made for beside this machine's own
 */
record KeptLogin(
        String issuer,
        String client,
        String name,
        String tokenAddress,
        String revocationAddress,
        String accessToken,
        String refreshToken,
        Instant expiresAt,
        TreeSet<String> servers) {

    private static final int LIFE_SECONDS = 60; // Of a token that the provider says nothing of.

    /** A new one. */
    static KeptLogin of(Provider provider, String client, String name, JsonNode tokens, Instant now) {
        return new KeptLogin(
                        provider.issuer(),
                        client,
                        name,
                        provider.token().toString(),
                        provider.revocation(),
                        "",
                        "",
                        now,
                        new TreeSet<>())
                .with(tokens, now);
    }

    /** With the tokens that the provider answered; it need not give a new refresh token. */
    KeptLogin with(JsonNode tokens, Instant now) {
        return new KeptLogin(
                issuer,
                client,
                name,
                tokenAddress,
                revocationAddress,
                tokens.path("access_token").asString(""),
                tokens.path("refresh_token").asString(refreshToken),
                now.plusSeconds(tokens.path("expires_in").asLong(LIFE_SECONDS)),
                servers);
    }

    KeptLogin forServer(String address) {
        var all = new TreeSet<>(servers);
        all.add(address);
        return new KeptLogin(
                issuer, client, name, tokenAddress, revocationAddress, accessToken, refreshToken, expiresAt, all);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "login at " + issuer + " until " + expiresAt;
    }
}
