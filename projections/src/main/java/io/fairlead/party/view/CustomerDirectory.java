package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;
import static io.fairlead.projection.db.Tables.CUSTOMER_ALIAS;
import static io.fairlead.projection.db.Tables.CUSTOMER_CHANGE;
import static io.fairlead.projection.db.Tables.CUSTOMER_REFERENCE;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerProvisioned;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CustomerAliasRecord;
import io.fairlead.projection.db.tables.records.CustomerChangeRecord;
import io.fairlead.projection.db.tables.records.CustomerRecord;
import io.fairlead.projection.db.tables.records.CustomerReferenceRecord;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Customers as they were registered, and what was told of them for a day on. Part of {@link PartyProjection}. */
final class CustomerDirectory {

    private final UpsertTable<CustomerRecord> customers = UpsertTable.of(CUSTOMER, "customer");
    private final TaxProfiles profiles = new TaxProfiles();
    private final AppendOnlyTable<CustomerChangeRecord> changes = AppendOnlyTable.of(CUSTOMER_CHANGE);
    private final UpsertTable<CustomerAliasRecord> aliases = UpsertTable.of(CUSTOMER_ALIAS, "customer");
    private final UpsertTable<CustomerReferenceRecord> references = UpsertTable.of(CUSTOMER_REFERENCE, "customer");

    List<TableBuffer<?>> tables() {
        return List.of(customers, profiles.rows(), changes, aliases, references);
    }

    @EventHandler
    void on(CustomerRegistered event, EventMetadata facts) {
        customers.put(facts, row -> CustomerColumns.set(row, event), event.getCustomerId());
        profiles.begin(event, facts);
        for (var alias : event.getAliases()) {
            alias(facts, event.getCustomerId(), alias, LocalDate.EPOCH);
        }
    }

    @EventHandler
    void on(CustomerChanged event, EventMetadata facts) {
        changes.add(CustomerColumns.row(event, facts));
        for (var alias : event.getAliasesRemoved()) {
            aliases.change(facts, row -> row.setToDate(event.getFrom()), event.getCustomerId(), alias);
        }
        for (var alias : event.getAliasesAdded()) {
            alias(facts, event.getCustomerId(), alias, event.getFrom());
        }
    }

    /** A name that is given back means the customer again from the first day on that it ever did. */
    private void alias(EventMetadata facts, String customer, String alias, LocalDate from) {
        aliases.put(
                facts,
                row -> {
                    if (row.getFromDate() == null || from.isBefore(row.getFromDate())) {
                        row.setFromDate(from);
                    }
                    row.setToDate(null);
                },
                customer,
                alias);
    }

    @EventHandler
    void on(CustomerTaxProfileChanged event, EventMetadata facts) {
        customers.change(facts, row -> TaxProfiles.set(row, event), event.getCustomerId());
        profiles.change(event, facts);
    }

    @EventHandler
    void on(CustomerEndpointChanged event, EventMetadata facts) {
        if (event.getFrom() == null) {
            customers.change(facts, row -> CustomerColumns.endpoint(row, event), event.getCustomerId());
        } else {
            changes.add(CustomerColumns.row(event, event.getFrom(), facts));
        }
    }

    @EventHandler
    void on(CustomerMerged event, EventMetadata facts) {
        customers.change(facts, row -> row.setMergedInto(event.getIntoCustomerId()), event.getCustomerId());
    }

    @EventHandler
    void on(CustomerProvisioned event, EventMetadata facts) {
        references.put(
                facts, row -> row.setExternalId(event.getExternalId()), event.getCustomerId(), event.getTarget());
    }
}
