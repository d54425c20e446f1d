package io.fairlead.revenue.view;

import static io.fairlead.projection.db.Tables.OBLIGATION_TERMS;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.ObligationTermsRecord;
import io.fairlead.revenue.event.ObligationModified;
import io.fairlead.revenue.event.ObligationOpened;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Price and term of obligations at first and after each change, each from its own day on; read by whoever works out revenue. */
public final class ObligationTermsProjection implements Projection {

    private final AppendOnlyTable<ObligationTermsRecord> terms = AppendOnlyTable.of(OBLIGATION_TERMS);

    @Override
    public String name() {
        return "obligation-terms";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(terms);
    }

    @EventHandler
    void on(ObligationOpened event, EventMetadata facts) {
        var row = row(facts);
        row.setObligationId(event.getObligationId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setKind("OPENED");
        row.setFromDate(event.getTermFrom());
        row.setPriceAmount(event.getPrice());
        row.setTermTo(event.getTermTo());
        row.setCurrency(event.getCurrency());
        terms.add(row);
    }

    @EventHandler
    void on(ObligationModified event, EventMetadata facts) {
        var row = row(facts);
        row.setObligationId(event.getObligationId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setKind(event.getTreatment());
        row.setFromDate(event.getEffectiveOn());
        row.setPriceAmount(event.getPrice());
        row.setTermTo(event.getTermTo());
        row.setCurrency(event.getCurrency());
        terms.add(row);
    }

    private static ObligationTermsRecord row(EventMetadata facts) {
        var row = new ObligationTermsRecord();
        row.setEventId(facts.eventId());
        row.setLeg("terms");
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        return row;
    }
}
