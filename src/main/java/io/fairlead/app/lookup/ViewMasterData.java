package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static org.jooq.impl.DSL.min;

import io.fairlead.app.web.MasterData;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.view.MasterDataIndex.WorkPlace;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What requests leave out, from the views. */
public final class ViewMasterData implements MasterData {

    private final DSLContext views;
    private final io.fairlead.view.MasterDataIndex directory;
    private final TaxOfDraft taxes;
    private final DraftReadiness readiness;

    public ViewMasterData(DSLContext views, TaxOfDraft taxes, DraftReadiness readiness) {
        this.views = views;
        this.taxes = taxes;
        this.readiness = readiness;
        this.directory = new io.fairlead.view.MasterDataIndex(views);
    }

    @Override
    public Map<ProjectId, ProjectFacts> projects(Set<ProjectId> ids) {
        return directory.workPlaces(ids.stream().map(ProjectId::value).toList()).stream()
                .collect(Collectors.toMap(place -> new ProjectId(place.projectId()), ViewMasterData::facts));
    }

    private static ProjectFacts facts(WorkPlace place) {
        return new ProjectFacts(
                new ContractId(place.contractId()),
                new CustomerId(place.customerId()),
                new LegalEntityId(place.legalEntityId()),
                place.currency(),
                place.zone(),
                place.lineNo(),
                place.midnight());
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
    public Optional<LineFacts> line(ContractId contract, int lineNo) {
        return views.selectFrom(CONTRACT_LINE)
                .where(CONTRACT_LINE.CONTRACT_ID.eq(contract.value()))
                .and(CONTRACT_LINE.LINE_NO.eq(lineNo))
                .fetchOptional(
                        row -> new LineFacts(row.getMethod(), row.getAmount(), row.getUnit(), row.getUnitPrice()));
    }

    @Override
    public Set<PersonId> known(Set<PersonId> ids) {
        return directory.people(ids.stream().map(PersonId::value).toList()).stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    @Override
    public Optional<String> zone(LegalEntityId id) {
        return views.select(LEGAL_ENTITY.ZONE)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(id.value()))
                .fetchOptional(LEGAL_ENTITY.ZONE);
    }

    @Override
    public Optional<TaxAnswer> tax(InvoiceId id) {
        return taxes.of(id);
    }

    @Override
    public EInvoiceReadiness readiness(InvoiceId id) {
        return readiness.of(id).orElse(EInvoiceReadiness.NOT_ASKED);
    }

    @Override
    public Optional<BigDecimal> payableStep(InvoiceId id) {
        return views.select(CONTRACT.PAYABLE_STEP)
                .from(INVOICE)
                .join(CONTRACT)
                .on(CONTRACT.CONTRACT_ID.eq(INVOICE.CONTRACT_ID))
                .where(INVOICE.INVOICE_ID.eq(id.value()))
                .fetchOptional(CONTRACT.PAYABLE_STEP);
    }
}
