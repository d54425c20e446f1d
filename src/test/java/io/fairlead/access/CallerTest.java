package io.fairlead.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a caller may do is what the provider says, and on loopback everything. */
class CallerTest {

    @Test
    void roles_are_known_by_the_names_of_tokens_and_others_are_nobodys() {
        assertThat(Role.ofClaim("billing-approver")).contains(Role.BILLING_APPROVER);
        assertThat(Role.ofClaim("offline_access")).isEmpty();
        assertThat(Role.ofClaim("Billing-Approver")).isEmpty();
    }

    @Test
    void who_is_believed_on_loopback_may_do_everything() {
        var local = Caller.local("amy");
        assertThat(local.actor()).isEqualTo("local|amy");
        assertThat(local.roles()).contains(Role.values());
        assertThat(local.companies().includes("DE01")).isTrue();
    }

    @Test
    void companies_bound_what_is_seen() {
        var companies = Companies.of(Set.of("DE01"));
        assertThat(companies.includes("DE01")).isTrue();
        assertThat(companies.includes("US01")).isFalse();
        assertThat(Companies.NONE.includes("DE01")).isFalse();
    }
}
