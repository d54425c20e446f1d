package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.SettleDispute;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.billing.event.DisputeSettled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What happens to an issued invoice happens on its issue date or later (B-22). */
class DaysAfterIssueTest {

    private static final String TELLER = "idp|teller";
    private static final LocalDate BEFORE = ISSUE_DAY.minusDays(1);
    private static final LocalDate BEGAN = ISSUE_DAY.plusDays(9);
    private static final DisputeInvoice DISPUTE = new DisputeInvoice(INVOICE, "hours", BEGAN, TELLER);

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void nothing_is_deducted_written_off_or_certified_before() {
        refused(List.of(), withhold(BEFORE));
        refused(
                List.of(new ProposeBadDebt(INVOICE, "b", new BigDecimal("15"), "insolvent", TELLER)),
                new WriteOffBadDebt(INVOICE, "b", false, BEFORE, "idp|cfo"));
        refused(List.of(withhold(ISSUE_DAY)), new CertifyWithholding(INVOICE, "w", "C-1", BEFORE, TELLER));
    }

    @Test
    void nothing_is_contested_or_settled_before() {
        refused(List.of(), new DisputeInvoice(INVOICE, "hours", BEFORE, TELLER));
        refused(List.of(), settle(BEFORE));
    }

    @Test
    void a_dispute_ends_on_the_day_it_began_or_later() {
        refused(List.of(DISPUTE), settle(BEGAN.minusDays(1)));
        invoice.given(List.of(untilIssue()))
                .andGivenCommands(DISPUTE)
                .when(settle(BEGAN))
                .expectEvents(DisputeSettled.newBuilder()
                        .setInvoiceId("invoice:inv-1")
                        .setReason("they were right")
                        .setSettledOn(BEGAN)
                        .setSettledBy(TELLER)
                        .build());
    }

    private static TakeDeduction withhold(LocalDate on) {
        return new TakeDeduction(INVOICE, "w", Deduction.WITHHOLDING, null, new BigDecimal("15"), on, "tax", TELLER);
    }

    private static SettleDispute settle(LocalDate on) {
        return new SettleDispute(INVOICE, "they were right", on, TELLER);
    }

    private void refused(List<?> before, Object command) {
        invoice.given(List.of(untilIssue()))
                .andGivenCommands(before)
                .when(command)
                .expectException(refusal("B-22"))
                .expectNoEvents();
    }
}
