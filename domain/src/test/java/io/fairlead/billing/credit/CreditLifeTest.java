package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.WireAmount;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What becomes of a granted credit on its invoice: ReleaseCredit and ApplyCredit. */
class CreditLifeTest {

    private static final ApplyCredit APPLY = new ApplyCredit(INVOICE, CREDIT, "GMBH-CRN-2026-000001", CREDIT_DAY);
    private static final ReleaseCredit RELEASE = new ReleaseCredit(INVOICE, CREDIT, "not agreed");

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();
    private final List<Object> granted = eightHours();

    CreditLifeTest() {
        granted.add(twoHoursGranted());
    }

    @Test
    void an_issued_credit_note_lowers_what_is_open() {
        invoice.given(granted).when(APPLY).expectEvents(applied("360", "1080"));
    }

    @Test
    void what_a_paid_invoice_does_not_need_is_owed_to_the_payer() {
        granted.add(InvoiceEvents.paymentApplied(
                new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), null, wire("1240"), "EUR", MONTH_END, null),
                (InvoiceIssued) granted.get(4),
                WireAmount.money(wire("200"), "EUR"),
                null));
        invoice.given(granted).when(APPLY).expectEvents(applied("200", "0"));
    }

    @Test
    void a_credit_is_applied_once() {
        granted.add(applied("360", "1080"));
        invoice.given(granted).when(APPLY).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    @Test
    void only_a_granted_credit_is_applied() {
        invoice.given(eightHours()).when(APPLY).expectException(refusal("K-03")).expectNoEvents();
    }

    @Test
    void no_more_money_is_applied_than_credits_leave_open() {
        granted.add(applied("360", "1080"));
        invoice.given(granted)
                .when(new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), null, wire("1080.01"), "EUR", MONTH_END, null))
                .expectException(refusal("B-12"))
                .expectNoEvents();
    }

    @Test
    void a_discarded_credit_note_gives_its_part_back() {
        invoice.given(granted).when(RELEASE).expectEvents(released());
    }

    @Test
    void what_was_given_back_can_be_credited_again_under_another_id() {
        granted.add(released());
        var again = new ReserveCredit(
                INVOICE, CreditNoteId.of("crn-2"), List.of(), Disposition.REOPEN, CREDIT_DAY, "agreed", "idp|biller");
        invoice.given(granted).when(again).expectSuccessfulHandlerExecution();
        invoice.given(granted)
                .when(CreditExamples.ask(CreditExamples.twoHours()))
                .expectException(refusal("K-06"));
    }

    @Test
    void an_applied_credit_is_not_given_back() {
        granted.add(applied("360", "1080"));
        invoice.given(granted).when(RELEASE).expectSuccessfulHandlerExecution().expectNoEvents();
    }

    private static CreditReleased released() {
        return CreditReleased.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setCreditNoteId("credit-note:crn-1")
                .setReason("not agreed")
                .build();
    }

    private static CreditApplied applied(String amount, String open) {
        return CreditApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setCreditNoteId("credit-note:crn-1")
                .setNumber("GMBH-CRN-2026-000001")
                .setIssueDate(CREDIT_DAY)
                .setGross(wire("360"))
                .setApplied(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }
}
