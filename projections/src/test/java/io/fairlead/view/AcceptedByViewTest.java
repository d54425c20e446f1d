package io.fairlead.view;

import static io.fairlead.projection.db.Tables.BILLING_ITEM;
import static io.fairlead.projection.db.Tables.MILESTONE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import io.fairlead.shared.event.PersonalText;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who accepted is seen alike, whether the event has it in a plain field, as before, or in a text of its own. */
class AcceptedByViewTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final PersonalText BUYER = Story.text("customer:acme", "Ms Buyer");

    private final MemoryLog log = new MemoryLog();

    @Test
    void who_accepted_a_result_is_seen_of_both_kinds_of_events() {
        log.append(accepted("M1", "Ms Buyer", null));
        log.append(accepted("M2", "", BUYER));
        assertThat(views().selectFrom(MILESTONE).orderBy(MILESTONE.MILESTONE_ID).fetch(MILESTONE.ACCEPTED_BY))
                .containsExactly("Ms Buyer", "Ms Buyer");
    }

    @Test
    void who_took_units_is_seen_of_both_kinds_of_events() {
        log.append(delivered("billing-item:1", "Ms Buyer", null));
        log.append(delivered("billing-item:2", "", BUYER));
        assertThat(views().selectFrom(BILLING_ITEM)
                        .orderBy(BILLING_ITEM.BILLING_ITEM_ID)
                        .fetch(BILLING_ITEM.ACCEPTED_BY))
                .containsExactly("Ms Buyer", "Ms Buyer");
    }

    private DSLContext views() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static MilestoneAccepted accepted(String milestone, String by, @Nullable PersonalText text) {
        return MilestoneAccepted.newBuilder()
                .setProjectId("project:p")
                .setMilestoneId(milestone)
                .setContractId("contract:c")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:DE01")
                .setLineNo(1)
                .setName("Go-live")
                .setAmount(new BigDecimal("5000.0000"))
                .setCurrency("EUR")
                .setAcceptedOn(DAY)
                .setAcceptedBy(by)
                .setEvidence("mail")
                .setAcceptedByText(text)
                .build();
    }

    private static UnitsDelivered delivered(String item, String by, @Nullable PersonalText text) {
        return UnitsDelivered.newBuilder()
                .setBillingItemId(item)
                .setContractId("contract:c")
                .setProjectId("project:p")
                .setCustomerId("customer:acme")
                .setLegalEntityId("legal-entity:DE01")
                .setDescription("Drawings")
                .setLineNo(1)
                .setQuantity(new BigDecimal("2.0000"))
                .setUnit("SHEET")
                .setUnitPrice(new BigDecimal("10.0000"))
                .setAmount(new BigDecimal("20.0000"))
                .setCurrency("EUR")
                .setDeliveredOn(DAY)
                .setAcceptedBy(by)
                .setEvidence("note 7")
                .setAuthor("test|clerk")
                .setAcceptedByText(text)
                .build();
    }
}
