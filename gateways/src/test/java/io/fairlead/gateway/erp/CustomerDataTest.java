package io.fairlead.gateway.erp;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What the ERP is told of a customer under each version. */
class CustomerDataTest {

    private static final CustomerRegistered REGISTERED = CustomerRegistered.newBuilder()
            .setCustomerId("customer:ACME")
            .setName("Acme")
            .setCountry("DE")
            .setCurrency("EUR")
            .setTaxId("DE1")
            .setTaxCategory("S")
            .setStreet("Weg 1")
            .setCity("Hamburg")
            .setPostalCode("20095")
            .setLegalEntityId("legal-entity:GMBH")
            .setBillingMethod("TIME_AND_MATERIALS")
            .setPoRequired(false)
            .setBuyerReference("ref")
            .setPaymentTermsDays(30)
            .setAliases(List.of())
            .build();

    private static CustomerTaxProfileChanged taxId(String id) {
        return CustomerTaxProfileChanged.newBuilder()
                .setCustomerId("customer:ACME")
                .setTaxId(id)
                .setTaxCategory("S")
                .build();
    }

    /** Reacts to each event of the stream when all of it is stored, as a process does that comes late. */
    private static List<CustomerData> toldLate(List<SpecificRecord> stream) {
        var told = new ArrayList<CustomerData>();
        for (var event : stream) {
            if (!(event instanceof CustomerEndpointChanged)) {
                told.add(CustomerData.of(stream.subList(0, stream.indexOf(event) + 1)));
            }
        }
        return told;
    }

    @Test
    void each_change_is_a_version_with_what_was_told_until_then() {
        var told = toldLate(List.of(
                REGISTERED,
                taxId("DE2"),
                CustomerEndpointChanged.newBuilder()
                        .setCustomerId("customer:ACME")
                        .setEndpointScheme("0204")
                        .setEndpointId("991-1")
                        .build(),
                taxId("DE3")));

        assertThat(told).extracting(CustomerData::version).containsExactly(1, 2, 3);
        assertThat(told).extracting(CustomerData::taxId).containsExactly("DE1", "DE2", "DE3");
    }

    @Test
    void the_same_told_again_later_is_a_version_of_its_own() {
        var stream = List.<SpecificRecord>of(REGISTERED, taxId("DE2"), taxId("DE3"), taxId("DE2"));

        var early = CustomerData.of(stream.subList(0, 2));
        var last = CustomerData.of(stream);

        assertThat(early.version()).isEqualTo(2);
        assertThat(last.version()).isEqualTo(4);
        assertThat(last.taxId()).isEqualTo("DE2");
    }

    @Test
    void a_merge_is_told_with_the_customer_that_lives_on() {
        var merged = CustomerData.of(List.of(
                REGISTERED,
                CustomerMerged.newBuilder()
                        .setCustomerId("customer:ACME")
                        .setIntoCustomerId("customer:HOLDING")
                        .setReason("bought")
                        .setMergedBy("local|controller")
                        .setMergedAt(Instant.EPOCH)
                        .build()));

        assertThat(merged.version()).isEqualTo(2);
        assertThat(merged.mergedInto()).isEqualTo("customer:HOLDING");
    }
}
