package io.fairlead.party;

import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;

import io.fairlead.party.event.CustomerRegistered;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;

/** Acme, a customer. */
final class PartyExamples {

    static FixtureConfiguration<Customer> customers() {
        return new AggregateTestFixture<>(Customer.class);
    }

    static RegisterCustomer register(String name, @Nullable String taxCategory) {
        return new RegisterCustomer(
                ACME,
                name,
                "DE",
                "EUR",
                "DE123",
                taxCategory,
                new Address("Weg 1", "Hamburg", "20095"),
                GMBH,
                "TIME_AND_MATERIALS",
                true,
                "ref",
                30,
                List.of("001A"),
                null,
                null,
                null);
    }

    static RegisterCustomer reading(RegisterCustomer command, String language) {
        return new RegisterCustomer(
                command.customerId(),
                command.name(),
                command.country(),
                command.currency(),
                command.taxId(),
                command.taxCategory(),
                command.address(),
                command.legalEntityId(),
                command.billingMethod(),
                command.poRequired(),
                command.buyerReference(),
                command.paymentTermsDays(),
                command.aliases(),
                command.endpoint(),
                command.registration(),
                language);
    }

    static CustomerRegistered registered(String name, @Nullable String taxCategory) {
        return CustomerRegistered.newBuilder()
                .setCustomerId("customer:ACME")
                .setName(name)
                .setCountry("DE")
                .setCurrency("EUR")
                .setTaxId("DE123")
                .setTaxCategory(taxCategory)
                .setStreet("Weg 1")
                .setCity("Hamburg")
                .setPostalCode("20095")
                .setLegalEntityId("legal-entity:GMBH")
                .setBillingMethod("TIME_AND_MATERIALS")
                .setPoRequired(true)
                .setBuyerReference("ref")
                .setPaymentTermsDays(30)
                .setAliases(List.of("001A"))
                .build();
    }

    private PartyExamples() {}
}
