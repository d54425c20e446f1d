package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER_TAX_PROFILE;

import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.projection.db.tables.records.CustomerTaxProfileRecord;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Tax profiles of customers by the first day that they hold for. Part of {@link PartyProjection}. */
final class TaxProfiles {

    private final UpsertTable<CustomerTaxProfileRecord> rows = UpsertTable.of(CUSTOMER_TAX_PROFILE, "customer");

    TableBuffer<?> rows() {
        return rows;
    }

    /** The one that a customer is registered with holds from the beginning. */
    void begin(CustomerRegistered event, EventMetadata facts) {
        put(facts, event.getCustomerId(), null, event.getTaxId(), event.getTaxCategory());
    }

    void change(CustomerTaxProfileChanged event, EventMetadata facts) {
        put(facts, event.getCustomerId(), event.getFrom(), event.getTaxId(), event.getTaxCategory());
    }

    /** The latest that was told, as the customer has it. */
    static void set(CustomerRecord row, CustomerTaxProfileChanged event) {
        row.setTaxId(event.getTaxId());
        row.setTaxCategory(event.getTaxCategory());
    }

    private void put(
            EventMetadata facts,
            String customer,
            @Nullable LocalDate from,
            @Nullable String taxId,
            @Nullable String category) {
        rows.put(
                facts,
                row -> {
                    row.setTaxId(taxId);
                    row.setTaxCategory(category);
                },
                customer,
                from == null ? LocalDate.EPOCH : from);
    }
}
