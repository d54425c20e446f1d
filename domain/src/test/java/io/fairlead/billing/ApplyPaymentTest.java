package io.fairlead.billing;

import static io.fairlead.billing.BillingExamples.untilApproval;
import static io.fairlead.billing.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.PaymentApplied;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class ApplyPaymentTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void a_part_leaves_the_rest_open() {
        invoice.given(untilIssue()).when(pay("pay-1", "19")).expectEvents(applied("pay-1", "19", "100"));
    }

    @Test
    void the_last_cent_pays_the_invoice() {
        invoice.given(untilIssue())
                .andGiven(applied("pay-1", "118.99", "0.01"))
                .when(pay("pay-2", "0.01"))
                .expectEvents(
                        applied("pay-2", "0.01", "0"),
                        InvoicePaid.newBuilder()
                                .setInvoiceId("invoice:inv-1")
                                .setPaidOn(MONTH_END)
                                .build());
    }

    @Test
    void the_same_money_again_changes_nothing() {
        invoice.given(untilIssue())
                .andGiven(applied("pay-1", "119", "0"))
                .when(pay("pay-1", "119"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_cent_too_much_is_refused() {
        invoice.given(untilIssue())
                .when(pay("pay-1", "119.01"))
                .expectException(refusal("B-12"))
                .expectNoEvents();
    }

    @Test
    void a_paid_invoice_takes_no_more() {
        invoice.given(untilIssue())
                .andGiven(applied("pay-1", "119", "0"))
                .when(pay("pay-2", "0.01"))
                .expectException(refusal("B-12"))
                .expectNoEvents();
    }

    @Test
    void money_in_another_currency_is_refused() {
        invoice.given(untilIssue())
                .when(new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), wire("119"), "USD", MONTH_END))
                .expectException(refusal("B-11"))
                .expectNoEvents();
    }

    @Test
    void only_an_issued_invoice_is_paid() {
        invoice.given(untilApproval())
                .when(pay("pay-1", "119"))
                .expectException(refusal("B-10"))
                .expectNoEvents();
    }

    private static ApplyPayment pay(String receipt, String amount) {
        return new ApplyPayment(INVOICE, ReceiptId.of(receipt), wire(amount), "EUR", MONTH_END);
    }

    private static PaymentApplied applied(String receipt, String amount, String open) {
        return PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId("receipt:" + receipt)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }
}
