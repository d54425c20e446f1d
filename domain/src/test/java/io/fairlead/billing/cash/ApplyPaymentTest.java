package io.fairlead.billing.cash;

import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
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
    void money_in_another_currency_than_the_books_realises_a_difference() {
        invoice.given(oneLine(), drafted(1, "100"), approvedInDollars(), staged(), inDollars())
                .andGiven(settled("pay-1", "59.50", "59.50", "54.09", "53.13", "0.96"))
                .when(dollars("pay-2", "59.50", "1.10"))
                .expectEvents(
                        settled("pay-2", "59.50", "0", "54.09", "53.12", "0.97"),
                        InvoicePaid.newBuilder()
                                .setInvoiceId("invoice:inv-1")
                                .setPaidOn(MONTH_END)
                                .build());
    }

    @Test
    void money_in_another_currency_than_the_books_needs_its_rate() {
        invoice.given(oneLine(), drafted(1, "100"), approvedInDollars(), staged(), inDollars())
                .when(new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), null, wire("1"), "USD", MONTH_END, null))
                .expectException(refusal("X-07"))
                .expectNoEvents();
    }

    private static InvoiceApproved approvedInDollars() {
        return InvoiceApproved.newBuilder(approved()).setCurrency("USD").build();
    }

    /** USD 119.00, booked at 1.12 with EUR 106.25. */
    private static InvoiceIssued inDollars() {
        return InvoiceIssued.newBuilder(issued("0".repeat(64)))
                .setCurrency("USD")
                .setEntityAmounts(
                        BookedAmounts.of(Money.parse("USD 100.00"), Money.parse("USD 19.00"), null, rate("1.12")))
                .build();
    }

    private static ApplyPayment dollars(String receipt, String amount, String rate) {
        return new ApplyPayment(INVOICE, ReceiptId.of(receipt), null, wire(amount), "USD", MONTH_END, rate(rate));
    }

    private static PaymentApplied settled(
            String receipt, String amount, String open, String settled, String booked, String realised) {
        return PaymentApplied.newBuilder(applied(receipt, amount, open))
                .setCurrency("USD")
                .setSettlement(Settlement.newBuilder()
                        .setCurrency("EUR")
                        .setFx(rate("1.10").asEvent())
                        .setSettled(wire(settled))
                        .setBooked(wire(booked))
                        .setRealised(wire(realised))
                        .build())
                .build();
    }

    private static ExchangeRate rate(String rate) {
        return new ExchangeRate("EUR", "USD", new BigDecimal(rate), MONTH_END, "ECB");
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
                .when(new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), null, wire("119"), "USD", MONTH_END, null))
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
        return new ApplyPayment(INVOICE, ReceiptId.of(receipt), null, wire(amount), "EUR", MONTH_END, null);
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
