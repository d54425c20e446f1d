package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.LATER;
import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.oneLine;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.InvoiceReopened;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.billing.event.Settlement;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.BookedAmounts;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A payment that comes back off its invoice of 119.00: as much is open again, once. */
class TakeBackPaymentTest {

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void a_paid_invoice_is_open_again() {
        invoice.given(untilIssue())
                .andGiven(applied("a", "119", "0"), paid())
                .when(back("a", "119"))
                .expectEvents(takenBack("a", "119", "119"), reopened());
    }

    @Test
    void of_an_invoice_that_was_open_more_is_open() {
        invoice.given(untilIssue())
                .andGiven(applied("a", "19", "100"))
                .when(back("a", "19"))
                .expectEvents(takenBack("a", "19", "119"));
    }

    @Test
    void it_comes_back_once() {
        invoice.given(untilIssue())
                .andGiven(applied("a", "119", "0"), paid(), takenBack("a", "119", "119"), reopened())
                .when(back("a", "119"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_the_invoice_never_took_does_not_come_back() {
        invoice.given(untilIssue())
                .andGiven(applied("a", "19", "100"))
                .when(back("b", "19"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void of_one_receipt_each_part_comes_back_alone_and_may_be_paid_again() {
        invoice.given(untilIssue())
                .andGiven(applied("a", "19", "100"), applied("b", "100", "0"), paid(), takenBack("a", "19", "19"))
                .when(new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), "c", wire("19"), "EUR", MONTH_END, null))
                .expectEvents(applied("c", "19", "0"), paid());
    }

    @Test
    void what_was_applied_before_receipts_had_parts_comes_back_whole() {
        invoice.given(untilIssue())
                .andGiven(applied(null, "119", "0"), paid())
                .when(back(NotePayment.APPLICATION, "119"))
                .expectEvents(takenBack(NotePayment.APPLICATION, "119", "119"), reopened());
        invoice.given(untilIssue())
                .andGiven(applied(null, "119", "0"), paid())
                .when(new ApplyPayment(
                        INVOICE, ReceiptId.of("pay-1"), NotePayment.APPLICATION, wire("119"), "EUR", MONTH_END, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void in_other_books_the_money_goes_as_it_came_and_a_cent_of_rounding_is_realised() {
        // USD 119.00 booked with EUR 106.25: 53.13 with the first half, 53.12 with the other.
        invoice.given(oneLine(), drafted(1, "100"), approvedInDollars(), staged(), inDollars())
                .andGiven(
                        settled("a", "59.50", "59.50", "54.09", "53.13", "0.96"),
                        settled("b", "59.50", "0", "54.09", "53.12", "0.97"),
                        paid())
                .when(back("a", "59.50"))
                .expectEvents(
                        PaymentTakenBack.newBuilder(takenBack("a", "59.50", "59.50"))
                                .setCurrency("USD")
                                .setSettlement(settlement("54.09", "53.12", "0.97"))
                                .build(),
                        reopened());
    }

    private static TakeBackPayment back(String application, String amount) {
        return new TakeBackPayment(
                INVOICE,
                ReceiptUnapplied.newBuilder()
                        .setReceiptId("receipt:pay-1")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setCustomerId("customer:ACME")
                        .setApplicationId(application)
                        .setInvoiceId("invoice:inv-1")
                        .setAmount(wire(amount))
                        .setLeft(wire(amount))
                        .setCurrency("EUR")
                        .setValueDate(LATER)
                        .setCause("SENT_BACK")
                        .setReason("no funds")
                        .setUnappliedBy("idp|teller")
                        .build());
    }

    private static PaymentTakenBack takenBack(String application, String amount, String open) {
        return PaymentTakenBack.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId("receipt:pay-1")
                .setApplicationId(application)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(LATER)
                .setReason("no funds")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static InvoiceReopened reopened() {
        return InvoiceReopened.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReopenedOn(LATER)
                .setReason("no funds")
                .build();
    }

    private static InvoicePaid paid() {
        return InvoicePaid.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setPaidOn(MONTH_END)
                .build();
    }

    private static PaymentApplied applied(@Nullable String application, String amount, String open) {
        return PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId("receipt:pay-1")
                .setApplicationId(application)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static InvoiceApproved approvedInDollars() {
        return InvoiceApproved.newBuilder(approved()).setCurrency("USD").build();
    }

    private static InvoiceIssued inDollars() {
        return InvoiceIssued.newBuilder(issued("0".repeat(64)))
                .setCurrency("USD")
                .setEntityAmounts(
                        BookedAmounts.of(Money.parse("USD 100.00"), Money.parse("USD 19.00"), null, rate("1.12")))
                .build();
    }

    private static PaymentApplied settled(
            String application, String amount, String open, String settled, String booked, String realised) {
        return PaymentApplied.newBuilder(applied(application, amount, open))
                .setCurrency("USD")
                .setSettlement(settlement(settled, booked, realised))
                .build();
    }

    private static Settlement settlement(String settled, String booked, String realised) {
        return Settlement.newBuilder()
                .setCurrency("EUR")
                .setFx(rate("1.10").asEvent())
                .setSettled(wire(settled))
                .setBooked(wire(booked))
                .setRealised(wire(realised))
                .build();
    }

    private static ExchangeRate rate(String rate) {
        return new ExchangeRate("EUR", "USD", new BigDecimal(rate), MONTH_END, "ECB");
    }
}
