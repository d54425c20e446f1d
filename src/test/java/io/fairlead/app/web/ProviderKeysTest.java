package io.fairlead.app.web;

import static io.fairlead.access.TokenIssuer.signed;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Keys of the provider: unknown ones, new ones, those taken back, and a provider that is away. */
class ProviderKeysTest extends TokenTest {

    @Test
    void unknown_names_of_keys_have_keys_read_once_a_minute_at_most() {
        int before = ISSUER.asked();
        for (int i = 0; i < 20; i++) {
            assertProblem(get("/v1/who", bearer(signed(strangerAs("x"), good()))), 401, "TOKEN_SIGNATURE");
        }
        assertThat(ISSUER.asked()).isEqualTo(before); // The last reading was less than a minute ago.
        CLOCK.pass(Duration.ofSeconds(60));
        for (int i = 0; i < 20; i++) {
            assertProblem(get("/v1/who", bearer(signed(strangerAs("x"), good()))), 401, "TOKEN_SIGNATURE");
        }
        assertThat(ISSUER.asked()).isEqualTo(before + 1);
    }

    @Test
    void a_new_key_is_taken_without_a_restart_and_one_that_was_taken_back_is_not() {
        var rotated = strangerAs("k1-2027");
        ISSUER.publish(rotated.toPublicJWK());
        CLOCK.pass(Duration.ofSeconds(60));
        assertThat(get("/v1/who", bearer(signed(KEY, good()))).status()).isEqualTo(200); // Nobody asked yet.
        assertThat(get("/v1/who", bearer(signed(rotated, good()))).status()).isEqualTo(200);
        assertProblem(get("/v1/who", bearer(signed(KEY, good()))), 401, "TOKEN_SIGNATURE");
    }

    @Test
    void while_the_provider_is_away_known_keys_go_on_and_readiness_says_why() {
        var rotated = strangerAs("k1-2028");
        ISSUER.setAway(true);
        CLOCK.pass(Duration.ofMinutes(1));
        var since = CLOCK.instant();
        assertProblem(get("/v1/who", bearer(signed(rotated, good()))), 503, "PROVIDER_AWAY");
        CLOCK.pass(Duration.ofMinutes(10));
        assertThat(get("/v1/who", bearer(signed(KEY, good()))).status()).isEqualTo(200);

        var readiness = get("/actuator/health/readiness");
        assertThat(readiness.status()).isEqualTo(200);
        var told = readiness.json().path("components").path("provider").path("details");
        assertThat(told.path("what").asString()).contains("tokens of known keys go on");
        assertThat(told.path("since").asString()).isEqualTo(since.toString());
        assertThat(told.path("reason").asString()).contains("503");

        ISSUER.publish(rotated.toPublicJWK());
        ISSUER.setAway(false);
        CLOCK.pass(Duration.ofSeconds(5));
        assertThat(get("/v1/who", bearer(signed(rotated, good()))).status()).isEqualTo(200);
        assertThat(get("/actuator/health/readiness")
                        .json()
                        .path("components")
                        .path("provider")
                        .path("details")
                        .has("reason"))
                .isFalse();
    }
}
