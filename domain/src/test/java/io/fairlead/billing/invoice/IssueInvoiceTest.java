package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.NUMBER;
import static io.fairlead.billing.invoice.BillingExamples.PARTIES;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class IssueInvoiceTest {

    private static final IssueInvoice ISSUE = new IssueInvoice(INVOICE, NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, null);

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void a_staged_invoice_is_issued_with_number_parties_and_due_date() {
        invoice.given(untilApproval()).andGiven(staged()).when(ISSUE);

        var events =
                invoice.getEventStore().readEvents(INVOICE.value()).asStream().toList();
        var event = (InvoiceIssued) events.getLast().getPayload();
        assertThat(event.getLineHash()).matches("[0-9a-f]{64}");
        assertThat(event).isEqualTo(issued(event.getLineHash()));
    }

    @Test
    void it_is_booked_in_the_books_of_its_seller_at_the_rate_of_its_date() {
        var fx = new ExchangeRate("CHF", "EUR", new BigDecimal("1.25"), ISSUE_DAY, "ECB");
        invoice.given(untilApproval())
                .andGiven(staged())
                .when(new IssueInvoice(INVOICE, NUMBER, "INV", 2026, ISSUE_DAY, PARTIES, fx));

        var events =
                invoice.getEventStore().readEvents(INVOICE.value()).asStream().toList();
        var booked = ((InvoiceIssued) events.getLast().getPayload()).getEntityAmounts();
        assertThat(booked.getCurrency()).isEqualTo("CHF");
        assertThat(List.of(booked.getNet(), booked.getTax(), booked.getGross()))
                .containsExactly(wire("80.00"), wire("15.20"), wire("95.20"));
    }

    @Test
    void issuing_again_changes_nothing() {
        invoice.given(untilIssue())
                .when(ISSUE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nothing_is_issued_that_the_erp_has_not_accepted() {
        invoice.given(untilApproval())
                .when(ISSUE)
                .expectException(refusal("B-09"))
                .expectNoEvents();
    }

    @Test
    void a_draft_is_approved_first() {
        invoice.given(oneLine(), drafted(1, "100"))
                .when(ISSUE)
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }
}
