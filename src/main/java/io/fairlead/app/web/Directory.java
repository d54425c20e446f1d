package io.fairlead.app.web;

import io.fairlead.billing.InvoiceId;
import io.fairlead.billing.TaxAnswer;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import java.util.Optional;

/** What commands take from views, so that clients need not repeat it; the application adapts views to it. */
public interface Directory {

    /** What follows from a project. */
    record ProjectFacts(
            ContractId contractId,
            CustomerId customerId,
            LegalEntityId legalEntityId,
            String currency,
            String zone,
            int lineNo) {}

    /** What follows from a task: the contract line, and BILLABLE, CREDITED or NON_BILLABLE. */
    record TaskFacts(int lineNo, String timeClass) {}

    /** What follows from a contract; {@code firstLineNo} is its lowest line. */
    record ContractFacts(
            CustomerId customerId, LegalEntityId legalEntityId, String currency, String zone, int firstLineNo) {}

    Optional<ProjectFacts> project(ProjectId id);

    Optional<TaskFacts> task(ProjectId project, String taskId);

    Optional<ContractFacts> contract(ContractId id);

    boolean knows(PersonId id);

    /** IANA name of the company's zone. */
    Optional<String> zone(LegalEntityId id);

    /** What the tax engine answers about a draft as it stands; empty when the invoice is unknown. */
    Optional<TaxAnswer> tax(InvoiceId id);
}
