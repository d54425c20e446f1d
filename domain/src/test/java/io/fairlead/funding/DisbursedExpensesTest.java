package io.fairlead.funding;

import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was paid on behalf of the customer stands outside of limits (R15), and so does work of a line that has none. */
class DisbursedExpensesTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory()
            .with("expense:paid", expense(true))
            .with("expense:own", expense(false))
            .with(
                    INVOICE.value(),
                    linesAdded(
                            line(1, "time-entry:e-1", "100"),
                            line(2, "expense:paid", "40"),
                            line(3, "expense:own", "30")));

    @Test
    void an_issued_invoice_uses_no_funds_for_them_and_takes_back_what_they_asked_for_before() {
        new ProcessUnderTest(
                        new WhenInvoiceIssuedOrDroppedThenConsumeOrReleaseFunds(new KnownLimits(true), sent, history))
                .on(issued("0".repeat(64)));

        assertThat(sent.of(ReserveFunds.class))
                .containsExactly(new ReserveFunds(
                        FUNDING,
                        "expense:paid",
                        1,
                        ACME,
                        PROJECT,
                        WORK_DAY,
                        Instant.EPOCH,
                        true,
                        BigDecimal.ZERO,
                        "EUR"));
        assertThat(sent.of(ConsumeFunds.class)).singleElement().satisfies(used -> assertThat(used.lines())
                .extracting(DraftFunds.Portion::sourceId)
                .containsExactly("time-entry:e-1", "expense:own"));
        assertThat(sent.keys()).containsExactly("outside/invoice:inv-1/2", "consume/invoice:inv-1");
    }

    @Test
    void once_a_limit_is_agreed_only_work_that_it_holds_for_asks_for_funds() {
        var agreed = new LimitsLookup.Agreed(
                GMBH.value(), "EUR", Policy.SPLIT, List.of(FundLimit.line(2, wire("250"))), List.of());
        var limits =
                new KnownLimits(true, agreed, List.of(unbilled("time-entry:e-1", 1), unbilled("time-entry:e-2", 2)));

        new ProcessUnderTest(new WhenContractAgreedThenFund(limits, sent, history))
                .on(new PurchaseOrderReceived("contract:K-1", "PO-A", WORK_DAY, null));

        assertThat(sent.of(ReserveFunds.class))
                .extracting(ReserveFunds::sourceId)
                .containsExactly("time-entry:e-2");
    }

    private static LimitsLookup.Work unbilled(String source, int lineNo) {
        return new LimitsLookup.Work(source, lineNo, ACME.value(), PROJECT.value(), WORK_DAY, wire("60"), "EUR");
    }

    private static ExpensePriced expense(boolean disbursement) {
        return AnyEvent.of(
                ExpensePriced.class,
                "customerId",
                ACME.value(),
                "projectId",
                PROJECT.value(),
                "currency",
                "EUR",
                "disbursement",
                disbursement);
    }
}
