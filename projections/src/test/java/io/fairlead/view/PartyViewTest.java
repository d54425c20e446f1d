package io.fairlead.view;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.LegalEntityDetails;
import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What documents print of sellers and buyers, as the views hold it. */
class PartyViewTest {

    private final MemoryLog log = new MemoryLog();

    @Test
    void details_of_a_seller_replace_those_before() {
        log.append(LegalEntityRegistered.newBuilder(Story.entity("DE01", "EUR"))
                .setDetails(details("DE02120300000000202051", "Hamburg"))
                .build());
        log.append(SellerDetailsChanged.newBuilder()
                .setLegalEntityId("legal-entity:DE01")
                .setDetails(details("DE02500105170137075030", null))
                .build());
        var seen = query().legalEntities().getFirst();
        assertThat(seen.contactName()).isEqualTo("Billing");
        assertThat(seen.contactPhone()).isEqualTo("+49 40 1");
        assertThat(seen.iban()).isEqualTo("DE02500105170137075030");
        assertThat(seen.city()).isNull();
        assertThat(seen.contactEmail()).isEqualTo("billing@firm.example");
        assertThat(seen.registrationId()).isEqualTo("HRB 1");
    }

    @Test
    void a_contact_that_an_event_keeps_apart_is_seen_as_one_of_before() {
        log.append(LegalEntityRegistered.newBuilder(Story.entity("DE01", "EUR"))
                .setDetails(details("DE02120300000000202051", "Hamburg"))
                .build());
        log.append(SellerDetailsChanged.newBuilder()
                .setLegalEntityId("legal-entity:DE01")
                .setDetails(LegalEntityDetails.newBuilder()
                        .setContactNameText(Story.text("legal-entity:DE01", "Receivables"))
                        .setContactPhoneText(Story.text("legal-entity:DE01", "+49 40 2"))
                        .setContactEmailText(Story.text("legal-entity:DE01", "ar@firm.example"))
                        .build())
                .build());
        var seen = query().legalEntities().getFirst();
        assertThat(seen.contactName()).isEqualTo("Receivables");
        assertThat(seen.contactPhone()).isEqualTo("+49 40 2");
        assertThat(seen.contactEmail()).isEqualTo("ar@firm.example");
    }

    @Test
    void a_customer_takes_invoices_at_its_last_electronic_address() {
        log.append(CustomerRegistered.newBuilder(Story.customer("acme"))
                .setEndpointScheme("0204")
                .setEndpointId("04-1")
                .build());
        log.append(Story.customer("bolt"));
        log.append(CustomerEndpointChanged.newBuilder()
                .setCustomerId("customer:acme")
                .setEndpointScheme("0088")
                .setEndpointId("4012345000009")
                .setRegistrationId("HRB 2")
                .setRegistrationScheme("0204")
                .build());
        var query = query();
        var acme = query.byId("customer:acme", LocalDate.EPOCH).orElseThrow();
        assertThat(acme.endpointScheme()).isEqualTo("0088");
        assertThat(acme.endpointId()).isEqualTo("4012345000009");
        assertThat(acme.registrationId()).isEqualTo("HRB 2");
        assertThat(query.byId("customer:bolt", LocalDate.EPOCH).orElseThrow().endpointId())
                .isNull();
    }

    private CustomerQuery query() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return new CustomerQuery(db);
    }

    private static LegalEntityDetails details(String iban, @Nullable String city) {
        return LegalEntityDetails.newBuilder()
                .setIban(iban)
                .setCity(city)
                .setRegistrationScheme("0204")
                .setRegistrationId("HRB 1")
                .setContactName("Billing")
                .setContactPhone("+49 40 1")
                .setContactEmail("billing@firm.example")
                .build();
    }
}
