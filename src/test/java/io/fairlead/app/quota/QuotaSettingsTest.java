package io.fairlead.app.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Role;
import io.fairlead.app.start.SettingRefused;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaSettingsTest {

    @Test
    void this_machine_has_no_bound_until_one_is_set() {
        assertThat(QuotaSettings.of(Map.<String, String>of()::get).isOn()).isFalse();
        assertThat(QuotaSettings.of(Map.of("FAIRLEAD_QUOTA", "60")::get).isOn()).isTrue();
    }

    @Test
    void with_an_identity_provider_everybody_has_one_unless_it_is_taken_off() {
        var provider = Map.of("FAIRLEAD_OIDC_ISSUER", "https://id.example");
        assertThat(QuotaSettings.of(provider::get).perMinute(caller("portal"))).hasValue(120_000);
        var off = Map.of("FAIRLEAD_OIDC_ISSUER", "https://id.example", "FAIRLEAD_QUOTA", "0");
        assertThat(QuotaSettings.of(off::get).isOn()).isFalse();
    }

    @Test
    void a_clients_own_number_goes_before_that_of_its_roles_and_the_largest_of_these_before_everybodys() {
        var settings = QuotaSettings.of(Map.of(
                "FAIRLEAD_QUOTA", "100",
                "FAIRLEAD_QUOTA_ROLES", "gateway=500, auditor=300",
                "FAIRLEAD_QUOTA_CLIENTS", "portal=20,erp=sync=40")::get);
        assertThat(settings.perMinute(caller("portal", Role.GATEWAY))).hasValue(20);
        assertThat(settings.perMinute(caller("erp=sync"))).hasValue(40);
        assertThat(settings.perMinute(caller("other", Role.AUDITOR, Role.GATEWAY)))
                .hasValue(500);
        assertThat(settings.perMinute(caller("other", Role.CONTROLLER))).hasValue(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FAIRLEAD_QUOTA | -1
            FAIRLEAD_QUOTA | many
            FAIRLEAD_QUOTA_ROLES | chief=5
            FAIRLEAD_QUOTA_CLIENTS | portal
            FAIRLEAD_QUOTA_CLIENTS | =5
            FAIRLEAD_QUOTA_CLIENTS | portal=0
            FAIRLEAD_QUOTA_CLIENTS | portal=
            FAIRLEAD_QUOTA_CLIENTS | portal=5,portal=6
            """)
    void what_cannot_be_understood_is_refused_by_the_name_of_the_setting(String name, String value) {
        assertThatThrownBy(() -> QuotaSettings.of(Map.of(name, value)::get))
                .isInstanceOf(SettingRefused.class)
                .hasMessageContaining(name + ": ");
    }

    static Caller caller(String client, Role... roles) {
        return new Caller("https://id.example|" + client, client, Set.of(roles), Companies.ALL);
    }
}
