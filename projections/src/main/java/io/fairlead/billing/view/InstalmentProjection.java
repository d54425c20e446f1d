package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INSTALMENT;

import io.fairlead.billing.event.InstalmentsScheduled;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.InstalmentRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Agreed instalments, part by part; read by {@link BillingItemQuery}. */
public final class InstalmentProjection implements Projection {

    private final UpsertTable<InstalmentRecord> instalments = UpsertTable.of(INSTALMENT, "instalment-plan");

    @Override
    public String name() {
        return "instalment";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(instalments);
    }

    @EventHandler
    void on(InstalmentsScheduled event, EventMetadata facts) {
        for (var part : event.getInstalments()) {
            instalments.put(
                    facts,
                    row -> {
                        row.setKind(event.getKind());
                        row.setContractId(event.getContractId());
                        row.setProjectId(event.getProjectId());
                        row.setCustomerId(event.getCustomerId());
                        row.setLegalEntityId(event.getLegalEntityId());
                        row.setLineNo(event.getLineNo());
                        row.setDescription(part.getDescription());
                        row.setAmount(part.getAmount());
                        row.setCurrency(event.getCurrency());
                        row.setDueOn(part.getDueOn());
                    },
                    event.getInstalmentPlanId(),
                    part.getNo());
        }
    }
}
