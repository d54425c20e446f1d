package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.event.CustomerEndpointChanged;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeCustomerEndpointTest {

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void the_electronic_address_changes() {
        customer.given(registered("Acme AG", "S")).when(change("04-1")).expectEvents(changed("04-1"));
    }

    @Test
    void it_may_follow_from_the_tax_identifier_again() {
        customer.given(registered("Acme AG", "S"), changed("04-1"))
                .when(change(null))
                .expectEvents(changed(null));
    }

    @Test
    void the_same_again_changes_nothing() {
        customer.given(registered("Acme AG", "S"), changed("04-1"))
                .when(change("04-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void none_where_none_was_is_no_change() {
        customer.given(registered("Acme AG", "S"))
                .when(change(null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_scheme_without_an_identifier_is_refused() {
        assertRefused("G-02", "id", () -> SchemedId.orNull("0204", null));
        assertRefused("G-02", "scheme", () -> SchemedId.orNull(null, "04-1"));
    }

    @ParameterizedTest
    @CsvSource({"DE, DE123, 9930", "GB, GB123, 9932", "US, 94-1, 9959", "GR, EL123, 9933"})
    void an_address_follows_from_the_tax_identifier(String country, String taxId, String scheme) {
        assertThat(TaxEndpoint.of(country, taxId)).contains(new SchemedId(scheme, taxId));
    }

    @Test
    void none_follows_without_identifier_or_scheme() {
        assertThat(TaxEndpoint.of("DE", null)).isEmpty();
        assertThat(TaxEndpoint.of("JP", "T123")).isEmpty();
    }

    private static ChangeCustomerEndpoint change(@Nullable String id) {
        return new ChangeCustomerEndpoint(ACME, id == null ? null : new SchemedId("0204", id), null, null);
    }

    private static CustomerEndpointChanged changed(@Nullable String id) {
        return CustomerEndpointChanged.newBuilder()
                .setCustomerId("customer:ACME")
                .setEndpointScheme(id == null ? null : "0204")
                .setEndpointId(id)
                .build();
    }
}
