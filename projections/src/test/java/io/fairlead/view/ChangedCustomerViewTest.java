package io.fairlead.view;

import static io.fairlead.projection.db.Tables.CUSTOMER_CHANGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.party.event.CustomerAddress;
import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerReference;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.party.view.CustomersByDay;
import io.fairlead.projection.MemoryLog;
import io.fairlead.projection.ProjectionEngine;
import io.fairlead.projection.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** Customers by day, their outside names, and merged ones, as the views hold them. */
class ChangedCustomerViewTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    private final MemoryLog log = new MemoryLog();

    @Test
    void each_part_holds_from_its_day_until_it_is_told_for_a_later_one() {
        log.append(CustomerRegistered.newBuilder(Story.customer("acme"))
                .setBuyerReference("old")
                .build());
        log.append(changed(JULY)
                .setName("Acme Group")
                .setBuyerReference(new CustomerReference(null))
                .build());
        log.append(changed(APRIL)
                .setName("Acme SE")
                .setAddress(new CustomerAddress("Kai 2", "Bremen", "28195", "DE"))
                .setPaymentTermsDays(7)
                .setPoRequired(true)
                .build());
        var query = new CustomerQuery(folded());

        var before = query.byId("customer:acme", APRIL.minusDays(1)).orElseThrow();
        assertThat(before.buyerReference()).isEqualTo("old");
        assertThat(before.poRequired()).isFalse();
        var april = query.byId("customer:acme", APRIL).orElseThrow();
        assertThat(april.name()).isEqualTo("Acme SE");
        assertThat(april.city()).isEqualTo("Bremen");
        assertThat(april.paymentTermsDays()).isEqualTo(7);
        assertThat(april.poRequired()).isTrue();
        assertThat(april.buyerReference()).isEqualTo("old");
        var july = query.byId("customer:acme", JULY).orElseThrow();
        assertThat(july.name()).isEqualTo("Acme Group");
        assertThat(july.city()).as("told for April, and not told since").isEqualTo("Bremen");
        assertThat(july.buyerReference()).isNull();
        assertThat(query.list(null, 10, APRIL).items())
                .extracting(CustomerQuery.Customer::name)
                .containsExactly("Acme SE");
        assertThat(query.detail("customer:acme", JULY).orElseThrow().changes())
                .extracting(CustomerQuery.Change::fromDate)
                .containsExactly(APRIL, JULY);
    }

    @Test
    void of_one_day_the_last_told_holds_and_the_same_event_twice_is_one_row() {
        log.append(Story.customer("acme"));
        log.append(changed(APRIL).setName("Acme SE").build());
        log.append(changed(APRIL).setName("Acme KG").build());
        var db = folded();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        assertThat(new CustomersByDay(db)
                        .byId("customer:acme", JULY)
                        .orElseThrow()
                        .getName())
                .isEqualTo("Acme KG");
        assertThat(db.fetchCount(CUSTOMER_CHANGE)).isEqualTo(2);
    }

    @Test
    void tax_profile_and_electronic_address_hold_from_their_days() {
        log.append(Story.customer("acme"));
        log.append(CustomerTaxProfileChanged.newBuilder()
                .setCustomerId("customer:acme")
                .setTaxId("DE9")
                .setTaxCategory("AE")
                .setFrom(APRIL)
                .build());
        log.append(CustomerEndpointChanged.newBuilder()
                .setCustomerId("customer:acme")
                .setEndpointScheme("0204")
                .setEndpointId("04-1")
                .setFrom(JULY)
                .build());
        var query = new CustomerQuery(folded());
        var before = query.byId("customer:acme", APRIL.minusDays(1)).orElseThrow();
        assertThat(before.taxId()).isNotEqualTo("DE9");
        assertThat(before.endpointId()).isNull();
        assertThat(query.byId("customer:acme", APRIL).orElseThrow().taxId()).isEqualTo("DE9");
        assertThat(query.byId("customer:acme", APRIL).orElseThrow().endpointId())
                .isNull();
        assertThat(query.byId("customer:acme", JULY).orElseThrow().endpointId()).isEqualTo("04-1");
    }

    @Test
    void outside_names_mean_a_customer_on_their_days_and_of_a_merged_one_the_one_that_lives_on() {
        log.append(Story.customer("acme"));
        log.append(Story.customer("bolt"));
        log.append(changed(APRIL).setAliasesAdded(List.of("001X")).build());
        log.append(changed(JULY).setAliasesRemoved(List.of("001X")).build());
        var db = folded();
        var index = new MasterDataIndex(db);
        assertThat(index.customer("001X", APRIL.minusDays(1))).isEmpty();
        assertThat(index.customer("001X", APRIL)).contains("customer:acme");
        assertThat(index.customer("001X", JULY)).isEmpty();
        var names = new CustomerQuery(db);
        assertThat(names.otherOfName("001X", "customer:bolt", JULY.minusDays(1)))
                .contains("customer:acme");
        assertThat(names.otherOfName("001X", "customer:bolt", JULY))
                .as("taken away")
                .isEmpty();
        assertThat(names.otherOfName("001X", "customer:acme", APRIL))
                .as("its own")
                .isEmpty();
        assertThat(names.otherOfName("001Y", "customer:bolt", APRIL)).isEmpty();

        log.append(CustomerMerged.newBuilder()
                .setCustomerId("customer:acme")
                .setIntoCustomerId("customer:bolt")
                .setReason("one firm")
                .setMergedBy("idp|kim")
                .setMergedAt(Instant.EPOCH)
                .build());
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        assertThat(index.customer("001X", APRIL)).contains("customer:bolt");
        assertThat(names.otherOfName("001X", "customer:bolt", APRIL))
                .as("they are one")
                .isEmpty();
        assertThat(index.customer("customer:acme", JULY)).contains("customer:bolt");
        var merges = CustomerMerges.of(db);
        assertThat(merges.family("customer:bolt")).containsExactly("customer:bolt", "customer:acme");
        assertThat(merges.family("customer:acme")).containsExactly("customer:bolt", "customer:acme");
        assertThat(new CustomerQuery(db)
                        .detail("customer:bolt", JULY)
                        .orElseThrow()
                        .merged())
                .containsExactly("customer:acme");
        assertThat(db.fetch("select customer_id, living_customer_id from bi.dim_customer order by 1")
                        .map(row -> row.get(0) + " " + row.get(1)))
                .containsExactly("customer:acme customer:bolt", "customer:bolt customer:bolt");
    }

    private DSLContext folded() {
        var db = TestDatabase.freshTables();
        new ProjectionEngine(log, log.codec(), db, Projections.all(), 500).catchUp(Long.MAX_VALUE);
        return db;
    }

    private static CustomerChanged.Builder changed(LocalDate from) {
        return CustomerChanged.newBuilder().setCustomerId("customer:acme").setFrom(from);
    }
}
