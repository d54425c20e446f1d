package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that asked for logins does not forget to. */
class ProviderSettingsTest {

    private static final String ISSUER = "https://login.example.com";

    @TempDir
    private Path folder;

    private DataFolder data;

    @BeforeEach
    void start() {
        data = new DataFolder(folder);
        ProviderSettings.remember(
                data,
                Map.of(
                        ProviderSettings.ISSUER,
                        ISSUER,
                        "FAIRLEAD_OIDC_ROLES_CLAIM",
                        "groups",
                        ProviderSettings.ISSUER.replace("ISSUER", "ANY_SECRET"),
                        "s3cret",
                        "FAIRLEAD_PORT",
                        "8080"));
    }

    @Test
    void a_later_start_that_says_nothing_has_the_settings_of_the_last() {
        var merged = ProviderSettings.merged(data, Map.of("HOME", "/h", ProviderSettings.ISSUER, " "));
        assertThat(merged)
                .containsOnly(
                        Map.entry("HOME", "/h"),
                        Map.entry(ProviderSettings.ISSUER, ISSUER),
                        Map.entry("FAIRLEAD_OIDC_ROLES_CLAIM", "groups"));
        assertThat(ProviderSettings.issuer(Map.of(), data)).contains(ISSUER);
    }

    @Test
    void a_start_that_names_another_has_nothing_of_the_former() {
        var other = Map.of(ProviderSettings.ISSUER, "https://other.example.com");
        assertThat(ProviderSettings.merged(data, other)).isEqualTo(other);
        ProviderSettings.remember(data, other);
        assertThat(ProviderSettings.merged(data, Map.of())).isEqualTo(other);
    }

    @Test
    void none_is_told_to_nobody_and_forgets_what_was_remembered() {
        var none = Map.of(ProviderSettings.ISSUER, ProviderSettings.NO_LOGIN);
        assertThat(ProviderSettings.issuer(none, data)).isEmpty();
        assertThat(ProviderSettings.told(ProviderSettings.merged(data, none)))
                .containsEntry(ProviderSettings.ISSUER, "");
        ProviderSettings.remember(data, none);
        assertThat(ProviderSettings.merged(data, Map.of())).isEmpty();
    }
}
