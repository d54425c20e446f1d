package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.INVOICE;
import static io.fairlead.projection.db.Tables.LEGAL_ENTITY;
import static io.fairlead.projection.db.Tables.NUMBER_SERIES;
import static org.jooq.impl.DSL.min;

import io.fairlead.app.web.MasterData;
import io.fairlead.billing.credit.CreditNote;
import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.ApproveInvoice.Issuing;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.NumberSeries;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.WorkPolicies;
import io.fairlead.party.view.CustomersByDay;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.MasterDataIndex.WorkPlace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

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
    public Optional<CustomerTerms> customerTerms(CustomerId id, LocalDate day) {
        return new CustomersByDay(views)
                .byId(id.value(), day)
                .map(row -> new CustomerTerms(
                        row.getPaymentTermsDays(),
                        row.getPoRequired(),
                        row.getBuyerReference(),
                        row.getMergedInto() == null
                                ? null
                                : new CustomerId(CustomerMerges.of(views).livingOne(id.value()))));
    }

    @Override
    public Optional<String> zone(LegalEntityId id) {
        return views.select(LEGAL_ENTITY.ZONE)
                .from(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(id.value()))
                .fetchOptional(LEGAL_ENTITY.ZONE);
    }

    @Override
    public WorkPolicies workPolicies(LegalEntityId id) {
        return views.selectFrom(LEGAL_ENTITY)
                .where(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(id.value()))
                .fetchOptional(row -> WorkPolicies.of(row.getOverlapPolicy(), row.getOwnWorkPolicy()))
                .orElse(WorkPolicies.DEFAULT);
    }

    @Override
    public Optional<LegalEntityId> issuer(InvoiceId id) {
        return views.select(INVOICE.LEGAL_ENTITY_ID)
                .from(INVOICE)
                .where(INVOICE.INVOICE_ID.eq(id.value()))
                .fetchOptional(row -> new LegalEntityId(row.value1()));
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

    @Override
    public Issuing issuing(InvoiceId id) {
        return views.select(
                        LEGAL_ENTITY.LEGAL_ENTITY_ID,
                        LEGAL_ENTITY.INVOICE_SERIES,
                        INVOICE.ISSUE_DATE,
                        CONTRACT.PO_NUMBER)
                .from(INVOICE)
                .join(CONTRACT)
                .on(CONTRACT.CONTRACT_ID.eq(INVOICE.CONTRACT_ID))
                .join(LEGAL_ENTITY)
                .on(LEGAL_ENTITY.LEGAL_ENTITY_ID.eq(INVOICE.LEGAL_ENTITY_ID))
                .where(INVOICE.INVOICE_ID.eq(id.value()))
                .fetchOptional(row -> new Issuing(
                        row.value4(),
                        lastIssued(row.value1(), row.value2(), row.value3()),
                        lastIssued(row.value1(), CreditNote.SERIES, row.value3()),
                        null))
                .orElse(Issuing.NOTHING_NEW);
    }

    private @Nullable LocalDate lastIssued(String legalEntityId, String series, LocalDate wished) {
        return views.select(NUMBER_SERIES.LAST_ISSUE_DATE)
                .from(NUMBER_SERIES)
                .where(NUMBER_SERIES.NUMBER_SERIES_ID.eq(NumberSeries.idOf(legalEntityId, series, wished.getYear())
                        .value()))
                .fetchOneInto(LocalDate.class);
    }
}
