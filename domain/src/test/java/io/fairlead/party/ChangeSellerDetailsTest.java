package io.fairlead.party;

import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.shared.PersonalTexts;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeSellerDetailsTest {

    private static final String IBAN = "DE02120300000000202051";

    private final FixtureConfiguration<LegalEntity> entity = new AggregateTestFixture<>(LegalEntity.class);

    @Test
    void details_are_told_after_the_registration() {
        entity.given(registered(null)).when(change("Hamburg")).expectEvents(changed("Hamburg"));
    }

    @Test
    void what_was_registered_is_no_change() {
        entity.given(registered(details("Hamburg")))
                .when(change("Hamburg"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_registered_when_contacts_stood_in_plain_fields_is_no_change() {
        entity.given(registered(before("Hamburg")))
                .when(change("Hamburg"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_was_told_when_contacts_stood_in_plain_fields_is_no_change() {
        entity.given(registered(null), changed(before("Hamburg")))
                .when(change("Hamburg"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_changes_since_leaves_no_name_in_a_plain_field() {
        entity.given(registered(before("Berlin"))).when(change("Hamburg")).expectEvents(changed("Hamburg"));
    }

    @Test
    void the_same_change_again_changes_nothing() {
        entity.given(registered(details("Berlin")), changed("Hamburg"))
                .when(change("Hamburg"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "DE03120300000000202051", "DE0212030000000020205", "2051", "GB33BUKB2020155555555X"})
    void an_account_is_an_iban_with_its_check_digits(String iban) {
        assertRefused("G-02", "iban", () -> new BankAccount(iban, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BYLADEM", "BYLADEM100", "1YLADEM1001"})
    void a_bank_is_named_by_8_or_11_characters(String bic) {
        assertRefused("G-02", "bic", () -> new BankAccount(IBAN, bic));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "993", "ABCD", "99300"})
    void a_scheme_has_four_digits(String scheme) {
        assertRefused("G-02", "scheme", () -> new SchemedId(scheme, "1"));
    }

    private static ChangeSellerDetails change(String city) {
        return new ChangeSellerDetails(
                GMBH,
                new SellerDetails(
                        new Address("Weg 1", city, "20095"),
                        new BankAccount("DE02 1203 0000 0000 2020 51", "BYLADEM1001"),
                        null,
                        new SchemedId("0204", "HRB 1"),
                        new Contact("Billing", "+49 40 1", "billing@firm.example")));
    }

    private static SellerDetailsChanged changed(String city) {
        return changed(details(city));
    }

    private static SellerDetailsChanged changed(LegalEntityDetails details) {
        return SellerDetailsChanged.newBuilder()
                .setLegalEntityId("legal-entity:GMBH")
                .setDetails(details)
                .build();
    }

    /** As events had it until contacts got texts of their own. */
    private static LegalEntityDetails before(String city) {
        return LegalEntityDetails.newBuilder(details(city))
                .setContactNameText(null)
                .setContactPhoneText(null)
                .setContactEmailText(null)
                .setContactName("Billing")
                .setContactPhone("+49 40 1")
                .setContactEmail("billing@firm.example")
                .build();
    }

    private static LegalEntityDetails details(String city) {
        return LegalEntityDetails.newBuilder()
                .setStreet("Weg 1")
                .setCity(city)
                .setPostalCode("20095")
                .setIban(IBAN)
                .setBic("BYLADEM1001")
                .setRegistrationScheme("0204")
                .setRegistrationId("HRB 1")
                .setContactNameText(PersonalTexts.text("legal-entity:GMBH", "Billing"))
                .setContactPhoneText(PersonalTexts.text("legal-entity:GMBH", "+49 40 1"))
                .setContactEmailText(PersonalTexts.text("legal-entity:GMBH", "billing@firm.example"))
                .build();
    }

    private static LegalEntityRegistered registered(@Nullable LegalEntityDetails details) {
        return LegalEntityRegistered.newBuilder()
                .setLegalEntityId("legal-entity:GMBH")
                .setName("Firm GmbH")
                .setCountry("DE")
                .setCurrency("EUR")
                .setSellerTaxId("DE999")
                .setZone("Europe/Berlin")
                .setNumbering("FAIRLEAD")
                .setInvoiceSeries("INV")
                .setStandardRateCardId("rate-card:standard")
                .setDetails(details)
                .build();
    }
}
