package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.CREDIT;
import static io.fairlead.billing.credit.CreditExamples.CREDIT_DAY;
import static io.fairlead.billing.credit.CreditExamples.eightHours;
import static io.fairlead.billing.credit.CreditExamples.twoHoursGranted;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ApplyPayment;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.deduction.CreditedDeductions;
import io.fairlead.billing.deduction.StandingDeduction;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.billing.invoice.Invoice;
import io.fairlead.billing.invoice.InvoiceEvents;
import io.fairlead.shared.WireAmount;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/** A credit of 360.00 on an invoice of 1,440.00 of which not all was paid: nobody is owed what they never paid. */
class CreditAfterDeductionTest {

    private static final ApplyCredit APPLY = new ApplyCredit(INVOICE, CREDIT, "GMBH-CRN-2026-000001", CREDIT_DAY);

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void of_a_discount_the_share_of_the_credit_comes_back() {
        invoice.given(before(paid("1411.20", "28.80"), taken("CASH_DISCOUNT", "28.80", "4.80", "0")))
                .when(APPLY)
                .expectEvents(back("CASH_DISCOUNT", "7.20", "1.20", "7.20"), credited("7.20", "0"));
    }

    @Test
    void a_loss_comes_back_as_far_as_the_credit_reaches() {
        invoice.given(before(paid("1000", "440"), taken("BAD_DEBT", "440", "73.33", "0")))
                .when(APPLY)
                .expectEvents(back("BAD_DEBT", "360", "60.00", "360"), credited("360", "0"));
    }

    @Test
    void what_is_open_meets_the_credit_first() {
        invoice.given(before(paid("1000", "440"), taken("BAD_DEBT", "240", "0", "200")))
                .when(APPLY)
                .expectEvents(back("BAD_DEBT", "160", "0", "360"), credited("360", "0"));
        invoice.given(before(taken("BAD_DEBT", "240", "0", "1200"))).when(APPLY).expectEvents(credited("360", "840"));
    }

    @Test
    void what_was_withheld_was_paid() {
        invoice.given(before(paid("1224", "216"), taken("WITHHOLDING", "216", "0", "0")))
                .when(APPLY)
                .expectEvents(credited("0", "0"));
    }

    @Test
    void what_came_back_does_not_come_back_again() {
        invoice.given(before(
                        paid("1411.20", "28.80"),
                        taken("CASH_DISCOUNT", "28.80", "4.80", "0"),
                        back("CASH_DISCOUNT", "7.20", "1.20", "7.20"),
                        credited("7.20", "0")))
                .when(APPLY)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_last_credit_takes_back_all_that_is_left_of_a_discount() {
        var rest = StandingDeduction.of(taken("CASH_DISCOUNT", "10.01", "1.67", "0"))
                .less(wire("3.34"), wire("0.56"));
        var parts = new CreditedDeductions(Money.parse("EUR 333.33"), Money.parse("EUR 333.33"), Money.parse("EUR 0"))
                .of(List.of(rest));

        assertThat(parts).singleElement().satisfies(part -> {
            assertThat(part.amount()).isEqualTo(Money.parse("EUR 6.67"));
            assertThat(part.tax()).isEqualTo(Money.parse("EUR 1.11"));
        });
    }

    private static List<Object> before(Object... more) {
        var all = new ArrayList<>(eightHours());
        all.add(twoHoursGranted());
        all.addAll(List.of(more));
        return all;
    }

    private static Object paid(String amount, String open) {
        return InvoiceEvents.paymentApplied(
                new ApplyPayment(INVOICE, ReceiptId.of("pay-1"), "a", wire(amount), "EUR", MONTH_END, null),
                (InvoiceIssued) eightHours().getLast(),
                WireAmount.money(wire(open), "EUR"),
                null);
    }

    private static DeductionTaken taken(String kind, String amount, String tax, String open) {
        return DeductionTaken.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setDeductionId("d")
                .setKind(kind)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setNet(wire(amount).subtract(wire(tax)))
                .setTax(wire(tax))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setReason("agreed")
                .setTakenBy("idp|teller")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static DeductionTakenBack back(String kind, String amount, String tax, String open) {
        return DeductionTakenBack.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setDeductionId("d")
                .setKind(kind)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setNet(wire(amount).subtract(wire(tax)))
                .setTax(wire(tax))
                .setCurrency("EUR")
                .setValueDate(CREDIT_DAY)
                .setReason("credited")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static CreditApplied credited(String amount, String open) {
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
