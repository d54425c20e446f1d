package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.ChangeCustomer.NewAddress;
import io.fairlead.party.ChangeCustomer.NewTax;
import io.fairlead.party.ChangeCustomer.NewTerms;
import io.fairlead.party.CustomerChangePreview.Difference;
import io.fairlead.party.event.CustomerAddress;
import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerReference;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeCustomerTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);
    private static final CustomerRegistered BEFORE = registered("Acme AG", "S");

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void what_is_told_changes_from_its_day_and_what_is_not_told_stays() {
        customer.given(BEFORE)
                .when(change(APRIL, "Acme SE", new NewAddress(null, "Bremen", null, null), null, null))
                .expectEvents(changed(APRIL, event -> event.setName("Acme SE")
                        .setAddress(new CustomerAddress("Weg 1", "Bremen", "20095", "DE"))));
    }

    @Test
    void terms_are_told_one_by_one_and_a_reference_may_be_taken_away() {
        customer.given(BEFORE)
                .when(change(APRIL, null, null, new NewTerms(14, true, ChangeCustomer.NONE, null), null))
                .expectEvents(changed(
                        APRIL, event -> event.setPaymentTermsDays(14).setBuyerReference(new CustomerReference(null))));
    }

    @Test
    void its_documents_are_written_in_its_language_which_is_english_until_another_is_told() {
        customer.given(BEFORE)
                .when(change(APRIL, null, null, new NewTerms(null, null, null, "de"), null))
                .expectEvents(changed(APRIL, event -> event.setLanguage("de")));
        PartyExamples.customers()
                .given(BEFORE)
                .when(change(APRIL, null, null, new NewTerms(null, null, null, "en"), null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        PartyExamples.customers()
                .given(BEFORE, changed(APRIL, event -> event.setLanguage("fr")))
                .when(change(JULY, null, null, new NewTerms(null, null, null, "en"), null))
                .expectEvents(changed(JULY, event -> event.setLanguage("en")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "it", "DE", "de-CH"})
    void a_language_is_one_that_documents_have(String language) {
        assertRefused("G-02", "language", () -> new NewTerms(null, null, null, language));
    }

    @Test
    void tax_and_address_of_documents_are_told_by_their_own_events() {
        customer.given(BEFORE)
                .when(new ChangeCustomer(
                        ACME,
                        APRIL,
                        null,
                        null,
                        null,
                        new NewTax(null, "AE"),
                        new SchemedId("0204", "04-1"),
                        null,
                        List.of(),
                        List.of()))
                .expectEvents(
                        CustomerTaxProfileChanged.newBuilder()
                                .setCustomerId("customer:ACME")
                                .setTaxId("DE123")
                                .setTaxCategory("AE")
                                .setFrom(APRIL)
                                .build(),
                        CustomerEndpointChanged.newBuilder()
                                .setCustomerId("customer:ACME")
                                .setEndpointScheme("0204")
                                .setEndpointId("04-1")
                                .setFrom(APRIL)
                                .build());
    }

    @Test
    void what_holds_already_on_the_day_is_no_change() {
        customer.given(BEFORE, changed(APRIL, event -> event.setName("Acme SE")))
                .when(change(
                        JULY,
                        "Acme SE",
                        new NewAddress("Weg 1", null, null, "DE"),
                        new NewTerms(30, true, "ref", null),
                        null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void an_earlier_day_is_judged_by_what_held_then() {
        customer.given(BEFORE, changed(JULY, event -> event.setName("Acme SE")))
                .when(change(APRIL, "Acme SE", null, null, null))
                .expectEvents(changed(APRIL, event -> event.setName("Acme SE")));
    }

    @Test
    void of_one_day_the_last_told_holds() {
        customer.given(BEFORE, changed(APRIL, event -> event.setName("Acme SE")))
                .when(change(APRIL, "Acme AG", null, null, null))
                .expectEvents(changed(APRIL, event -> event.setName("Acme AG")));
    }

    @Test
    void outside_names_come_and_go() {
        customer.given(BEFORE)
                .when(aliases(List.of("001A", "001B"), List.of()))
                .expectEvents(changed(APRIL, event -> event.setAliasesAdded(List.of("001B"))));
        PartyExamples.customers()
                .given(BEFORE)
                .when(aliases(List.of(), List.of("001A")))
                .expectEvents(changed(APRIL, event -> event.setAliasesRemoved(List.of("001A"))));
        PartyExamples.customers()
                .given(BEFORE)
                .when(aliases(List.of(), List.of("never")))
                .expectException(refusal("P-06"))
                .expectNoEvents();
    }

    @Test
    void a_tax_identifier_alone_needs_a_category_that_is_settled() {
        customer.given(registered("Acme AG", null))
                .when(change(APRIL, null, null, null, new NewTax("DE9", null)))
                .expectException(refusal("P-06"))
                .expectNoEvents();
    }

    @Test
    void values_out_of_form_are_refused() {
        assertRefused("G-02", "from", () -> change(LocalDate.of(1969, 12, 31), "A", null, null, null));
        assertRefused("G-02", "name", () -> change(APRIL, " ", null, null, null));
        assertRefused("G-02", "paymentTermsDays", () -> new NewTerms(366, null, null, null));
        assertRefused("G-02", "paymentTermsDays", () -> new NewTerms(-1, null, null, null));
        assertRefused("G-02", "taxCategory", () -> new NewTax(null, "VAT"));
        assertRefused("G-02", "address.country", () -> new NewAddress(null, null, null, "XX"));
    }

    @Test
    void a_preview_tells_each_difference_and_until_when_it_holds() {
        var stream = List.of(BEFORE, changed(JULY, event -> event.setName("Acme Group")));
        assertThat(CustomerChangePreview.of(
                        List.copyOf(stream), change(APRIL, "Acme SE", null, new NewTerms(14, null, null, null), null)))
                .containsExactly(
                        new Difference("name", "Acme AG", "Acme SE", JULY),
                        new Difference("paymentTermsDays", "30", "14", null));
    }

    private static ChangeCustomer aliases(List<String> added, List<String> removed) {
        return new ChangeCustomer(ACME, APRIL, null, null, null, null, null, null, added, removed);
    }

    private static ChangeCustomer change(
            LocalDate from,
            @Nullable String name,
            @Nullable NewAddress address,
            @Nullable NewTerms terms,
            @Nullable NewTax tax) {
        return new ChangeCustomer(ACME, from, name, address, terms, tax, null, null, List.of(), List.of());
    }

    private static CustomerChanged changed(LocalDate from, UnaryOperator<CustomerChanged.Builder> told) {
        return told.apply(CustomerChanged.newBuilder()
                        .setCustomerId("customer:ACME")
                        .setFrom(from))
                .build();
    }
}
