package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.party.event.CustomerTaxProfileChanged;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeCustomerTaxProfileTest {

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void the_tax_treatment_changes() {
        customer.given(registered("Acme AG", "S")).when(change("AE")).expectEvents(changed("AE"));
    }

    @Test
    void what_was_registered_is_no_change() {
        customer.given(registered("Acme AG", "S"))
                .when(change("S"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_same_change_again_changes_nothing() {
        customer.given(registered("Acme AG", "S"), changed("AE"))
                .when(change("AE"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_category_is_one_of_uncl_5305() {
        assertRefused("G-02", "taxCategory", () -> change("VAT"));
    }

    private static ChangeCustomerTaxProfile change(String category) {
        return new ChangeCustomerTaxProfile(ACME, "DE123", category);
    }

    private static CustomerTaxProfileChanged changed(String category) {
        return CustomerTaxProfileChanged.newBuilder()
                .setCustomerId("customer:ACME")
                .setTaxId("DE123")
                .setTaxCategory(category)
                .build();
    }
}
