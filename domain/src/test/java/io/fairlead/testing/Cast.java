package io.fairlead.testing;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.DealId;
import io.fairlead.contract.RateCardId;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.time.TimeEntryId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** The people, companies and documents that the tests of the domain speak of. */
public final class Cast {

    public static final LegalEntityId GMBH = LegalEntityId.of("GMBH");
    public static final CustomerId ACME = CustomerId.of("ACME");
    public static final PersonId ANA = PersonId.of("ana");
    public static final ContractId CONTRACT = ContractId.of("K-1");
    public static final DealId DEAL = DealId.of("D-1");
    public static final ProjectId PROJECT = ProjectId.of("P-1");
    public static final RateCardId CARD = RateCardId.of("standard");
    public static final TimeEntryId ENTRY = TimeEntryId.of("e-1");
    public static final BillingItemId ITEM = BillingItemId.of("m-1");
    public static final BillingRunId RUN = BillingRunId.of("run-1");
    public static final InvoiceId INVOICE = InvoiceId.of("inv-1");
    public static final InvoiceId OTHER_INVOICE = InvoiceId.of("inv-2");

    /** Who enters Ana's time. */
    public static final String CLERK = "idp|clerk";

    /** Ana herself, as an actor. */
    public static final String ANA_HERSELF = "idp|ana";

    /** Who approves. */
    public static final String LEAD = "idp|lead";

    /** Who starts billing runs. */
    public static final String BILLER = "idp|biller";

    public static final LocalDate WORK_DAY = LocalDate.of(2026, 3, 10);
    public static final LocalDate MONTH_END = LocalDate.of(2026, 3, 31);
    public static final LocalDate ISSUE_DAY = LocalDate.of(2026, 4, 2);
    public static final Instant NOON = Instant.parse("2026-03-11T12:00:00Z");
    public static final Instant EVENING = Instant.parse("2026-03-11T18:00:00Z");

    /** An amount as events carry it. */
    public static BigDecimal wire(String amount) {
        return new BigDecimal(amount).setScale(4);
    }

    /** A work item about the subject was cleared. */
    public static ExceptionResolved resolved(String code, String subjectId) {
        return ExceptionResolved.newBuilder()
                .setExceptionId("exception:x-1")
                .setOccurrence(1)
                .setCode(code)
                .setSubjectId(subjectId)
                .setResolution("done")
                .setResolvedBy(LEAD)
                .setMinutesSpent(5)
                .setResolvedAt(NOON)
                .build();
    }

    private Cast() {}
}
