package io.fairlead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that say who may come in, and from where: each that is missing or of no use is named. */
class DoorwayTest {

    private static Map<String, String> settings(String... pairs) {
        var settings = new HashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        return settings;
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("FAIRLEAD_BIND", settings("FAIRLEAD_BIND", "0.0.0.0", "FAIRLEAD_HOSTS", "a.example")),
                Arguments.of("FAIRLEAD_HOSTS", settings("FAIRLEAD_BIND", "0.0.0.0", "FAIRLEAD_PROXY", "10.0.0.1")),
                Arguments.of("FAIRLEAD_TLS_KEY", settings("FAIRLEAD_TLS_CERTIFICATE", "c.pem")),
                Arguments.of("FAIRLEAD_TLS_CERTIFICATE", settings("FAIRLEAD_TLS_KEY", "k.pem")),
                Arguments.of("FAIRLEAD_HOSTS", settings("FAIRLEAD_HOSTS", "https://a.example")),
                Arguments.of("FAIRLEAD_HOSTS", settings("FAIRLEAD_HOSTS", "a.example:443")),
                Arguments.of("FAIRLEAD_PROXY", settings("FAIRLEAD_PROXY", "nowhere.invalid")),
                Arguments.of(
                        "FAIRLEAD_BIND_PORT",
                        settings(
                                "FAIRLEAD_BIND", "0.0.0.0",
                                "FAIRLEAD_PROXY", "10.0.0.1",
                                "FAIRLEAD_HOSTS", "a.example",
                                "FAIRLEAD_BIND_PORT", "65536")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void what_is_missing_or_of_no_use_is_named(String setting, Map<String, String> settings) {
        assertThatThrownBy(() -> Doorway.of(settings::get))
                .isInstanceOfSatisfying(AccessSettingRefused.class, refused -> {
                    assertThat(refused.setting()).isEqualTo(setting);
                    assertThat(refused.reason()).isNotBlank();
                    assertThat(refused.remedy()).isNotBlank();
                });
    }

    @Test
    void on_this_machine_nothing_is_needed() {
        assertThat(Doorway.of(settings()::get)).isEqualTo(Doorway.LOOPBACK);
        var behind = Doorway.of(settings("FAIRLEAD_BIND", "127.0.0.1", "FAIRLEAD_HOSTS", "A.example , b.example")::get);
        assertThat(behind.address()).isEmpty();
        assertThat(behind.hosts()).containsExactlyInAnyOrder("a.example", "b.example");
    }

    @Test
    void behind_a_proxy_nobody_else_connects() {
        var doorway =
                Doorway.of(settings(
                        "FAIRLEAD_BIND",
                        "0.0.0.0",
                        "FAIRLEAD_PROXY",
                        "10.0.0.1, 10.0.0.2",
                        "FAIRLEAD_HOSTS",
                        "a.example")::get);
        assertThat(doorway.port()).isEqualTo(8443);
        assertThat(doorway.admits(8443, "10.0.0.2")).isTrue();
        assertThat(doorway.admits(8443, "10.0.0.3")).isFalse();
        assertThat(doorway.admits(8443, "127.0.0.1")).isTrue();
        assertThat(doorway.admits(8080, "127.0.0.1")).isTrue();
    }

    @Test
    void with_tls_everybody_connects() {
        var doorway = Doorway.of(settings(
                "FAIRLEAD_BIND", "0.0.0.0",
                "FAIRLEAD_TLS_CERTIFICATE", "c.pem",
                "FAIRLEAD_TLS_KEY", "k.pem",
                "FAIRLEAD_HOSTS", "a.example")::get);
        assertThat(doorway.admits(8443, "10.0.0.3")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAIRLEAD_HOSTS", "FAIRLEAD_PROXY", "FAIRLEAD_TLS_CERTIFICATE", "FAIRLEAD_TLS_KEY"})
    void without_a_provider_none_of_it_is_taken(String setting) {
        assertThatThrownBy(() -> Doorway.requireNone(settings(setting, "x")::get))
                .isInstanceOf(AccessSettingRefused.class)
                .hasMessageContaining(setting)
                .hasMessageContaining("FAIRLEAD_OIDC_ISSUER");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "login.example.com",
                "http://login.example.com",
                "ftp://localhost/x",
                "https://a.example?x=1",
                "https://a.example/#x",
                "https://me:secret@a.example",
                "https://a b",
                "https:///x"
            })
    void an_issuer_that_cannot_be_trusted_is_refused_and_told_without_secrets(String issuer) {
        assertThatThrownBy(() -> IdentityProvider.of(settings("FAIRLEAD_OIDC_ISSUER", issuer)::get))
                .isInstanceOf(AccessSettingRefused.class)
                .hasMessageContaining("FAIRLEAD_OIDC_ISSUER")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @CsvSource({"FAIRLEAD_OIDC_AUDIENCE", "FAIRLEAD_OIDC_ROLES_CLAIM", "FAIRLEAD_OIDC_COMPANIES_CLAIM"})
    void names_have_no_blanks(String setting) {
        assertThatThrownBy(() ->
                        IdentityProvider.of(settings("FAIRLEAD_OIDC_ISSUER", "https://a.example", setting, "a b")::get))
                .isInstanceOf(AccessSettingRefused.class)
                .hasMessageContaining(setting);
    }

    @Test
    void no_issuer_is_no_provider_and_the_rest_has_defaults() {
        assertThat(IdentityProvider.of(settings()::get)).isEmpty();
        assertThat(IdentityProvider.of(settings("FAIRLEAD_OIDC_ISSUER", " ")::get))
                .isEmpty();
        assertThat(IdentityProvider.of(settings("FAIRLEAD_OIDC_ISSUER", "http://127.0.0.1:18180/realms/fairlead")::get))
                .contains(new IdentityProvider(
                        "http://127.0.0.1:18180/realms/fairlead",
                        "fairlead-api",
                        "roles",
                        "legal_entity",
                        "fairlead-cli"));
    }
}
