package io.fairlead.app.web;

import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.ApproveInvoice.Issuing;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.WorkPolicies;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What commands take from views, so that clients need not repeat it; the application adapts views to it. */
public interface MasterData {

    /** What follows from a project; {@code midnight} is START_DATE or SPLIT_AT_MIDNIGHT. */
    record ProjectFacts(
            ContractId contractId,
            CustomerId customerId,
            LegalEntityId legalEntityId,
            String currency,
            String zone,
            int lineNo,
            String midnight) {}

    /** What follows from a task: the contract line, and BILLABLE, CREDITED or NON_BILLABLE. */
    record TaskFacts(int lineNo, String timeClass) {}

    /** What follows from a contract; {@code firstLineNo} is its lowest line. */
    record ContractFacts(
            CustomerId customerId, LegalEntityId legalEntityId, String currency, String zone, int firstLineNo) {}

    /**
     * What a contract line agrees on.
     *
     * @param method how it is billed
     * @param amount its price; null when unquantified
     * @param unit what is delivered; null unless it is billed by units
     * @param unitPrice price of one; null when none is agreed
     */
    record LineFacts(
            String method,
            @Nullable BigDecimal amount,
            @Nullable String unit,
            @Nullable BigDecimal unitPrice) {}

    default Optional<ProjectFacts> project(ProjectId id) {
        return Optional.ofNullable(projects(Set.of(id)).get(id));
    }

    /** What follows from each of many projects, asked at once; unknown ones are left out. */
    Map<ProjectId, ProjectFacts> projects(Set<ProjectId> ids);

    /** What follows from a contract line; empty when it is unknown. */
    default Optional<LineFacts> line(ContractId contract, int lineNo) {
        return Optional.empty();
    }

    Optional<TaskFacts> task(ProjectId project, String taskId);

    Optional<ContractFacts> contract(ContractId id);

    default boolean knows(PersonId id) {
        return known(Set.of(id)).contains(id);
    }

    /** Those of many people that are known, asked at once. */
    Set<PersonId> known(Set<PersonId> ids);

    /** What holds on a day for contracts with the customer that say nothing. */
    Optional<CustomerTerms> customerTerms(CustomerId id, LocalDate day);

    /** IANA name of the company's zone. */
    Optional<String> zone(LegalEntityId id);

    /** How a company looks at overlapping work and at four eyes; the defaults where it is unknown or decided nothing. */
    default WorkPolicies workPolicies(LegalEntityId id) {
        return WorkPolicies.DEFAULT;
    }

    /** The company that issues an invoice; empty when it is unknown. */
    default Optional<LegalEntityId> issuer(InvoiceId id) {
        return Optional.empty();
    }

    /** What the tax engine answers about a draft as it stands; empty when the invoice is unknown. */
    Optional<TaxAnswer> tax(InvoiceId id);

    /** Whether a draft can be an electronic invoice, of which nothing is asked where it is unknown. */
    EInvoiceReadiness readiness(InvoiceId id);

    /** By which step the amount to pay of a draft is rounded; empty when it is not, or the invoice is unknown. */
    Optional<BigDecimal> payableStep(InvoiceId id);

    /** What is known by now of the issue of a draft; nothing where it is unknown. */
    Issuing issuing(InvoiceId id);
}
