package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.party.event.CustomerTaxProfileChanged;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ChangeCustomerTaxProfileTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

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
    void it_changes_from_a_day_on_and_that_day_is_told_once() {
        customer.given(registered("Acme AG", "S"))
                .when(new ChangeCustomerTaxProfile(ACME, "DE123", "AE", APRIL))
                .expectEvents(from(APRIL));
        PartyExamples.customers()
                .given(registered("Acme AG", "S"), from(APRIL))
                .when(new ChangeCustomerTaxProfile(ACME, "DE123", "AE", APRIL))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        PartyExamples.customers()
                .given(registered("Acme AG", "S"), from(APRIL))
                .when(change("S"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static CustomerTaxProfileChanged from(LocalDate day) {
        return CustomerTaxProfileChanged.newBuilder(changed("AE")).setFrom(day).build();
    }

    @Test
    void a_category_is_one_of_uncl_5305() {
        assertRefused("G-02", "taxCategory", () -> change("VAT"));
    }

    private static ChangeCustomerTaxProfile change(String category) {
        return new ChangeCustomerTaxProfile(ACME, "DE123", category, null);
    }

    private static CustomerTaxProfileChanged changed(String category) {
        return CustomerTaxProfileChanged.newBuilder()
                .setCustomerId("customer:ACME")
                .setTaxId("DE123")
                .setTaxCategory(category)
                .build();
    }
}
