package io.fairlead.party.view;

import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;

import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.party.event.SellerDetailsChanged;
import io.fairlead.party.event.WorkPoliciesChanged;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.LegalEntityRecord;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventHandler;

/** Directory of the firm's companies and of its customers; read by {@link CustomerQuery}. */
public final class PartyProjection implements Projection {

    private final UpsertTable<LegalEntityRecord> entities = UpsertTable.of(LEGAL_ENTITY, "legal-entity");
    private final CustomerDirectory customers = new CustomerDirectory();

    @Override
    public String name() {
        return "party";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return Stream.concat(Stream.of(entities), customers.tables().stream()).toList();
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, customers);
    }

    @EventHandler
    void on(LegalEntityRegistered event, EventMetadata facts) {
        entities.put(facts, row -> LegalEntityColumns.set(row, event), event.getLegalEntityId());
    }

    @EventHandler
    void on(SellerDetailsChanged event, EventMetadata facts) {
        entities.change(facts, row -> LegalEntityColumns.set(row, event.getDetails()), event.getLegalEntityId());
    }

    @EventHandler
    void on(WorkPoliciesChanged event, EventMetadata facts) {
        entities.change(facts, row -> LegalEntityColumns.set(row, event), event.getLegalEntityId());
    }
}
