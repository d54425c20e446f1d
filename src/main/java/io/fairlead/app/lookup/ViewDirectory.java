package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.INVOICE_LINE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.PERSON;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.fairlead.app.web.Directory;
import io.fairlead.billing.InvoiceId;
import io.fairlead.billing.TaxRate;
import io.fairlead.billing.view.TaxRateRows;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** What requests leave out, from the views. */
public final class ViewDirectory implements Directory {

    private final DSLContext views;
    private final io.fairlead.view.Directory directory;

    public ViewDirectory(DSLContext views) {
        this.views = views;
        this.directory = new io.fairlead.view.Directory(views);
    }

    @Override
    public Optional<ProjectFacts> project(ProjectId id) {
        return directory
                .workPlace(id.value(), null)
                .map(place -> new ProjectFacts(
                        new ContractId(place.contractId()),
                        new CustomerId(place.customerId()),
                        new LegalEntityId(place.legalEntityId()),
                        place.currency(),
                        place.zone(),
                        place.lineNo()));
    }

    @Override
    public Optional<TaskFacts> task(ProjectId project, String taskId) {
        return directory
                .workPlace(project.value(), taskId)
                .map(place -> new TaskFacts(place.lineNo(), Objects.requireNonNull(place.timeClass())));
    }

    @Override
    public Optional<ContractFacts> contract(ContractId id) {
        var line = views.select(min(CONTRACT_LINE.LINE_NO))
                .from(CONTRACT_LINE)
                .where(CONTRACT_LINE.CONTRACT_ID.eq(id.value()))
                .fetchOneInto(Integer.class);
        return views.selectFrom(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(id.value()))
                .fetchOptional(row -> new ContractFacts(
                        new CustomerId(row.getCustomerId()),
                        new LegalEntityId(row.getLegalEntityId()),
                        row.getCurrency(),
                        row.getZone(),
                        line == null ? 1 : line));
    }

    @Override
    public boolean knows(PersonId id) {
        return views.fetchExists(PERSON, PERSON.PERSON_ID.eq(id.value()));
    }

    @Override
    public Optional<String> zone(LegalEntityId id) {
        return views.select(LEGAL_ENTITY.ZONE)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(id.value()))
                .fetchOptional(LEGAL_ENTITY.ZONE);
    }

    @Override
    public @Nullable Map<String, TaxRate> taxRates(InvoiceId id) {
        var entity = views.select(INVOICE.LEGAL_ENTITY_ID)
                .from(INVOICE)
                .where(INVOICE.INVOICE_ID.eq(id.value()))
                .fetchOne(INVOICE.LEGAL_ENTITY_ID);
        var taxPoint = views.select(max(INVOICE_LINE.SERVICE_DATE))
                .from(INVOICE_LINE)
                .where(INVOICE_LINE.INVOICE_ID.eq(id.value()))
                .and(INVOICE_LINE.REMOVED.isFalse())
                .fetchOneInto(java.time.LocalDate.class);
        if (entity == null || taxPoint == null) {
            return null;
        }
        var rates = new HashMap<String, TaxRate>();
        // Latest first day comes first and wins.
        new TaxRateRows(views)
                .on(entity, taxPoint)
                .forEach(row -> rates.putIfAbsent(row.category(), new TaxRate(row.rate(), row.source())));
        return rates;
    }
}
