package io.fairlead.billing.item;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.project.event.ProgressReported;
import java.math.BigDecimal;

/** What is billed of a report of progress, and for whom. */
final class ProgressTerms {

    /** Code of the work item of a report that is worth less than the one before. */
    static final String WENT_BACK = "PROGRESS_WENT_BACK";

    /** @param amount of the report that is billed, below 0 when it takes back */
    static BillingItemTerms of(ProgressReported report, BigDecimal amount) {
        return new BillingItemTerms(
                BillingItemKind.PROGRESS,
                new ContractId(report.getContractId()),
                new ProjectId(report.getProjectId()),
                new CustomerId(report.getCustomerId()),
                new LegalEntityId(report.getLegalEntityId()),
                report.getLineNo(),
                report.getReportId(),
                "Progress up to " + report.getReportedOn(),
                amount,
                report.getCurrency());
    }

    private ProgressTerms() {}
}
