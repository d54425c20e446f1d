package io.fairlead.party;

import static io.fairlead.testing.Cast.CARD;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.party.event.LegalEntityRegistered;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
