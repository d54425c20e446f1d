package io.fairlead.party;

import static io.fairlead.party.PartyExamples.register;
import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.party.event.CustomerRegistered;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RegisterCustomerTest {

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void a_buyer_is_registered() {
        customer.givenNoPriorActivity().when(register("Acme AG", "S")).expectEvents(registered("Acme AG", "S"));
    }

    @Test
    void a_tax_treatment_may_be_settled_later() {
        customer.givenNoPriorActivity().when(register("Acme AG", null)).expectEvents(registered("Acme AG", null));
    }

    @Test
    void a_buyer_reads_documents_in_the_language_that_is_told() {
        customer.givenNoPriorActivity()
                .when(PartyExamples.reading(register("Acme AG", "S"), "de"))
                .expectEvents(CustomerRegistered.newBuilder(registered("Acme AG", "S"))
                        .setLanguage("de")
                        .build());
        assertRefused("G-02", "language", () -> PartyExamples.reading(register("Acme AG", "S"), "it"));
    }

    @Test
    void the_same_again_changes_nothing() {
        customer.given(registered("Acme AG", "S"))
                .when(register("Acme AG", "S"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_buyer_under_the_same_code_is_refused() {
        customer.given(registered("Acme AG", "S"))
                .when(register("Ajax AG", "S"))
                .expectException(refusal("P-02"))
                .expectNoEvents();
    }

    @Test
    void values_that_no_customer_may_carry_are_refused_by_field() {
        assertRefused("G-02", "name", () -> register("", "S"));
        assertRefused("G-02", "taxCategory", () -> register("Acme AG", "VAT"));
        assertRefused("G-02", "address.city", () -> new Address("Weg 1", " ", "20095"));
    }
}
