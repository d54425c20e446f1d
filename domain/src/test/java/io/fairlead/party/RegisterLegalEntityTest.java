package io.fairlead.party;

import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.invoice.NumberSeries;
import io.fairlead.party.event.LegalEntityRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterLegalEntityTest {

    private final FixtureConfiguration<LegalEntity> entity = new AggregateTestFixture<>(LegalEntity.class);

    @Test
    void a_company_is_registered_and_fairlead_numbers_its_invoices() {
        entity.givenNoPriorActivity().when(register("Firm GmbH", "INV")).expectEvents(registered("Firm GmbH"));
    }

    @Test
    void the_same_again_changes_nothing() {
        entity.given(registered("Firm GmbH"))
                .when(register("Firm GmbH", "INV"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_company_under_the_same_code_is_refused() {
        entity.given(registered("Firm GmbH"))
                .when(register("Other GmbH", "INV"))
                .expectException(refusal("P-01"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ELEVENCHARS"})
    void a_series_has_1_to_10_characters(String series) {
        assertRefused("G-02", "invoiceSeries", () -> register("Firm GmbH", series));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../..",
                "\"; x=\"",
                "A\r\nX",
                "\uD83D\uDCB6",
                "DE/",
                "RE 26",
                "\u00C4\u00D6",
                "A\n",
                "\uFF11\uFF12",
                "A-1"
            })
    void a_series_is_of_letters_and_digits(String series) {
        assertRefused("G-02", "invoiceSeries", () -> register("Firm GmbH", series));
    }

    @ParameterizedTest
    @CsvSource({"49, ELEVENCHAR, false", "48, ELEVENCHAR, true", "56, A, false", "55, A, true"})
    void company_series_and_year_fit_into_the_id_that_counts_documents(int length, String series, boolean fits) {
        var company = LegalEntityId.of("x".repeat(length));
        if (fits) {
            assertThat(registerAs(company, series).invoiceSeries()).isEqualTo(series);
            assertThat(NumberSeries.idOf(company.value(), series, 2026).value()).endsWith("-2026");
        } else {
            assertRefused("G-02", "legalEntityId", () -> registerAs(company, series));
        }
    }

    private static RegisterLegalEntity registerAs(LegalEntityId company, String series) {
        return new RegisterLegalEntity(
                company, "Firm GmbH", "DE", "EUR", "DE999", "Europe/Berlin", series, CARD, null, null);
    }

    private static RegisterLegalEntity register(String name, String series) {
        return new RegisterLegalEntity(GMBH, name, "DE", "EUR", "DE999", "Europe/Berlin", series, CARD, null, null);
    }

    private static LegalEntityRegistered registered(String name) {
        return LegalEntityRegistered.newBuilder()
                .setLegalEntityId("legal-entity:GMBH")
                .setName(name)
                .setCountry("DE")
                .setCurrency("EUR")
                .setSellerTaxId("DE999")
                .setZone("Europe/Berlin")
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries("INV")
                .setStandardRateCardId("rate-card:standard")
                .build();
    }
}
