package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoiceLineAdjusted;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** How far a reviewer may change a line of 40.00, and one of -40.00 that a retainer paid (B-15). */
class AdjustInvoiceLineTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void a_line_is_written_down_to_0() {
        invoice.given(draft("40")).when(to("0")).expectEvents(adjusted("40", "-40", "0"));
        invoice.given(draft("40")).when(to("-0.01")).expectException(refusal("B-15"));
    }

    @Test
    void a_line_below_0_is_changed_only_towards_0() {
        invoice.given(draft("-40")).when(to("-30")).expectEvents(adjusted("-40", "10", "-30"));
        invoice.given(draft("-40"))
                .when(to("-40"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(draft("-40")).when(to("-40.01")).expectException(refusal("B-15"));
    }

    private static List<Object> draft(String net) {
        return List.of(linesAdded(line(1, "time-entry:e-1", "60"), line(2, "retainer:r-1", net)), drafted(2, "100"));
    }

    private static AdjustInvoiceLine to(String net) {
        return new AdjustInvoiceLine(INVOICE, 2, wire(net), "goodwill", LEAD);
    }

    private static InvoiceLineAdjusted adjusted(String from, String amount, String to) {
        var told = InvoiceReviewEvents.adjusted(to(to), line(2, "retainer:r-1", from), drafted(2, "100"));
        return InvoiceLineAdjusted.newBuilder(told)
                .setAmount(wire(amount))
                .setNet(wire(to))
                .build();
    }
}
