package io.fairlead.party;

import static io.fairlead.party.PartyExamples.registered;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.party.event.CustomerProvisioned;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RecordCustomerProvisionedTest {

    private static final CustomerProvisioned PROVISIONED = CustomerProvisioned.newBuilder()
            .setCustomerId("customer:ACME")
            .setTarget("erp")
            .setExternalId("77")
            .build();

    private final FixtureConfiguration<Customer> customer = PartyExamples.customers();

    @Test
    void the_erps_name_is_kept() {
        customer.given(registered("Acme AG", "S"))
                .when(new RecordCustomerProvisioned(ACME, "erp", "77"))
                .expectEvents(PROVISIONED);
    }

    @Test
    void the_same_again_changes_nothing() {
        customer.given(registered("Acme AG", "S"), PROVISIONED)
                .when(new RecordCustomerProvisioned(ACME, "erp", "77"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_name_in_the_same_system_is_refused() {
        customer.given(registered("Acme AG", "S"), PROVISIONED)
                .when(new RecordCustomerProvisioned(ACME, "erp", "78"))
                .expectException(refusal("P-03"))
                .expectNoEvents();
    }
}
