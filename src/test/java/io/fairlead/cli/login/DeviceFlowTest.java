package io.fairlead.cli.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Login by device, against a provider that answers everything it may; waiting takes no time. */
class DeviceFlowTest {

    private final List<Duration> waits = new ArrayList<>();
    private final List<DeviceFlow.Prompt> prompts = new ArrayList<>();
    private StubProvider provider;

    @BeforeEach
    void serve() throws Exception {
        provider = new StubProvider();
    }

    @AfterEach
    void end() {
        provider.close();
    }

    private String accessToken() {
        return new DeviceFlow(Provider.discover(provider.issuer()), "fairlead-cli", waits::add)
                .run(prompts::add)
                .path("access_token")
                .asString();
    }

    private CommandFailed refused() {
        return catchThrowableOfType(CommandFailed.class, this::accessToken);
    }

    @Test
    void somebody_is_shown_an_address_and_a_code_and_is_logged_in_once_the_provider_says_so() {
        provider.polls.addAll(Collections.nCopies(3, StubProvider.Told.error("authorization_pending")));
        assertThat(accessToken()).isEqualTo("secret-access-1");
        assertThat(prompts).singleElement().satisfies(prompt -> {
            assertThat(prompt.code()).isEqualTo("WDJB-MJHT");
            assertThat(prompt.address()).isEqualTo(provider.issuer() + "/enter");
            assertThat(prompt.validFor()).isEqualTo(Duration.ofMinutes(10));
        });
        assertThat(waits).hasSize(4).containsOnly(Duration.ofSeconds(5));
        assertThat(provider.forms.getFirst())
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("scope", "openid")
                .doesNotContainKey("code_verifier");
    }

    @Test
    void a_provider_that_is_asked_too_often_is_asked_five_seconds_later_from_then_on() {
        provider.polls.add(StubProvider.Told.error("slow_down"));
        provider.polls.add(StubProvider.Told.error("authorization_pending"));
        provider.polls.add(StubProvider.Told.error("slow_down"));
        assertThat(accessToken()).isNotEmpty();
        assertThat(waits.stream().map(Duration::toSeconds)).containsExactly(5L, 10L, 10L, 15L);
    }

    @Test
    void a_provider_that_fails_meanwhile_is_asked_again_ever_more_seldom() {
        provider.polls.add(new StubProvider.Told(503, "<html>"));
        provider.polls.add(new StubProvider.Told(500, ""));
        assertThat(accessToken()).isNotEmpty();
        assertThat(waits.stream().map(Duration::toSeconds)).containsExactly(5L, 10L, 20L);
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, the login was denied",
        "expired_token, nobody entered the code in time",
        "invalid_grant, refused the login: invalid_grant",
        "invalid_client, refused the login: invalid_client"
    })
    void a_refusal_ends_it_at_once_and_is_told(String error, String told) {
        provider.polls.add(StubProvider.Told.error("authorization_pending"));
        provider.polls.add(StubProvider.Told.error(error));
        var refused = refused();
        assertThat(refused.code()).isEqualTo(ExitCode.AUTHENTICATION);
        assertThat(refused).hasMessageContaining(told);
        assertThat(waits).hasSize(2);
    }

    @Test
    void a_code_that_nobody_enters_ends_by_itself() {
        provider.polls.addAll(Collections.nCopies(1_000, StubProvider.Told.error("authorization_pending")));
        assertThat(refused())
                .hasMessageContaining("nobody entered the code in time")
                .hasMessageContaining("fairlead login");
        assertThat(waits).hasSize(120); // 600 s by 5 s.
    }

    @Test
    void a_provider_that_names_itself_otherwise_gets_nothing() {
        provider.namedIssuer = "https://login.example.com";
        var refused = refused();
        assertThat(refused.code()).isEqualTo(ExitCode.AUTHENTICATION);
        assertThat(refused).hasMessageContaining("names itself https://login.example.com");
        assertThat(provider.forms).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://login.example.com", "ftp://127.0.0.1", "login.example.com", "http://user@127.0.0.1", "::"
            })
    void nothing_goes_unencrypted_over_a_network(String issuer) {
        var refused = catchThrowableOfType(CommandFailed.class, () -> Provider.discover(issuer));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void an_address_that_is_no_provider_is_told() {
        var refused =
                catchThrowableOfType(CommandFailed.class, () -> Provider.discover(provider.issuer() + "/realms/typo"));
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE);
        assertThat(refused).hasMessageContaining("answered 404").hasMessageContaining("check the issuer");
    }

    @Test
    void a_provider_that_is_away_is_told_as_such() {
        provider.close();
        var refused = refused();
        assertThat(refused.code()).isEqualTo(ExitCode.RETRY_LATER);
        assertThat(refused).hasMessageContaining("no answer from the identity provider");
    }
}
