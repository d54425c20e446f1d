package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.billing.invoice.BillingExamples.untilIssue;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.deduction.CertifyWithholding;
import io.fairlead.billing.deduction.DeductedTax;
import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.DisputeInvoice;
import io.fairlead.billing.deduction.ProposeBadDebt;
import io.fairlead.billing.deduction.SettleDispute;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.deduction.WriteOffBadDebt;
import io.fairlead.billing.event.BadDebtProposed;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DisputeSettled;
import io.fairlead.billing.event.InvoiceDisputed;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoicePaid;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.event.WithholdingCertified;
import io.fairlead.testing.SamePerson;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a payer does not pay of an invoice of 100.00 and 19.00, command by command (cases 48 to 50). */
class InvoiceDeductionsTest {

    private static final String TELLER = "idp|teller";

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();

    @Test
    void what_is_withheld_pays_the_rest() {
        invoice.given(with(payment("104", "15")))
                .when(take("w", Deduction.WITHHOLDING, "pay-1", "15"))
                .expectEvents(taken("w", "WITHHOLDING", "pay-1", "15", "0"), paid());
        invoice.given(with(payment("104", "15")))
                .when(take("w", Deduction.WITHHOLDING, "pay-1", "10"))
                .expectEvents(taken("w", "WITHHOLDING", "pay-1", "10", "5"));
    }

    @Test
    void the_same_key_changes_nothing_and_is_nothing_else() {
        var before = with(payment("104", "15"), taken("w", "WITHHOLDING", "pay-1", "15", "0"), paid());
        invoice.given(before)
                .when(take("w", Deduction.WITHHOLDING, "pay-1", "15"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(before)
                .when(take("w", Deduction.WITHHOLDING, "pay-1", null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("B-18", before, take("w", Deduction.WITHHOLDING, "pay-1", "14"));
        refused("B-18", before, take("w", Deduction.SMALL_REST, "pay-1", "15"));
    }

    @Test
    void no_more_than_is_open_is_deducted_and_only_of_an_issued_invoice() {
        refused("B-12", with(payment("104", "15")), take("w", Deduction.WITHHOLDING, null, "15.01"));
        refused("B-12", with(payment("119", "0"), paid()), take("w", Deduction.WITHHOLDING, null, null));
        refused("B-10", List.of(untilApproval()), take("w", Deduction.WITHHOLDING, null, "1"));
        refused("B-18", with(payment("104", "15")), take("w", Deduction.WITHHOLDING, "pay-2", "15"));
        refused("B-19", with(payment("104", "15")), take("b", Deduction.BAD_DEBT, null, "15"));
    }

    @Test
    void a_small_rest_and_a_discount_are_all_that_is_open() {
        invoice.given(with(payment("118.97", "0.03")))
                .when(take("s", Deduction.SMALL_REST, "pay-1", "0.03"))
                .expectEvents(taken("s", "SMALL_REST", "pay-1", "0.03", "0"), paid());
        refused("B-21", with(payment("118.97", "0.03")), take("s", Deduction.SMALL_REST, "pay-1", "0.02"));
        refused("B-21", with(payment("116", "3")), take("d", Deduction.CASH_DISCOUNT, "pay-1", "2.38"));
    }

    @Test
    void a_discount_lowers_net_and_tax_at_the_rate_of_its_row() {
        var issued = BillingExamples.issued("0".repeat(64));
        var tax = DeductedTax.of(issued, Money.parse("EUR 2.38"));
        assertThat(tax.rows()).singleElement().satisfies(row -> {
            assertThat(row.getBase()).isEqualByComparingTo("2.00");
            assertThat(row.getTax()).isEqualByComparingTo("0.38");
        });
        invoice.given(with(payment("116.62", "2.38")))
                .when(take("d", Deduction.CASH_DISCOUNT, "pay-1", "2.38"))
                .expectEvents(
                        DeductionTaken.newBuilder(taken("d", "CASH_DISCOUNT", "pay-1", "2.38", "0"))
                                .setNet(wire("2.00"))
                                .setTax(wire("0.38"))
                                .setTaxRows(tax.rows())
                                .build(),
                        paid());
    }

    @Test
    void rows_of_several_rates_share_the_amount_to_the_cent() {
        var issued = InvoiceIssued.newBuilder(BillingExamples.issued("0".repeat(64)))
                .setTaxRows(List.of(row("33.33", "0.07", "2.33"), row("66.67", "0.19", "12.67")))
                .setGross(wire("115.00"))
                .build();
        var tax = DeductedTax.of(issued, Money.parse("EUR 10.00"));
        assertThat(tax.rows().stream()
                        .map(row -> row.getBase().add(row.getTax()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("10.00");
        assertThat(tax.rows())
                .extracting(row -> row.getTax().setScale(2).toPlainString())
                .containsExactly("0.20", "1.10");
    }

    @Test
    void a_bad_debt_is_written_off_once_by_a_second_person() {
        var proposed = BadDebtProposed.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setDeductionId("b")
                .setAmount(wire("119"))
                .setCurrency("EUR")
                .setReason("insolvent")
                .setProposedBy(TELLER)
                .build();
        var lost = DeductionTaken.newBuilder(taken("b", "BAD_DEBT", null, "119", "0"))
                .setReason("insolvent")
                .setTakenBy(LEAD)
                .build();
        invoice.given(with()).when(propose("b", null)).expectEvents(proposed);
        invoice.given(with(proposed))
                .when(propose("b", "119"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("B-18", with(proposed), propose("b", "100"));
        refused("B-12", with(), propose("b", "119.01"));
        invoice.given(with(proposed)).when(writeOff("b", LEAD)).expectEvents(lost);
        invoice.given(with(proposed, lost))
                .when(writeOff("b", LEAD))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        SamePerson.comesAgain(TELLER, again -> refused("B-19", with(proposed), writeOff("b", again)));
        refused("B-19", with(), writeOff("b", LEAD));
    }

    @Test
    void what_is_withheld_is_certified_once() {
        var withheld = taken("w", "WITHHOLDING", null, "15", "104");
        var certified = WithholdingCertified.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setDeductionId("w")
                .setAmount(wire("15"))
                .setCurrency("EUR")
                .setCertificate("C-1")
                .setCertifiedOn(ISSUE_DAY)
                .setCertifiedBy(TELLER)
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
        invoice.given(with(withheld)).when(certify("C-1")).expectEvents(certified);
        invoice.given(with(withheld, certified))
                .when(certify("C-1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("B-20", with(withheld, certified), certify("C-2"));
        refused("B-20", with(), certify("C-1"));
        refused("B-20", with(taken("w", "SMALL_REST", null, "15", "104")), certify("C-1"));
    }

    @Test
    void it_is_contested_until_that_is_settled() {
        var disputed = InvoiceDisputed.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReason("hours")
                .setDisputedOn(ISSUE_DAY)
                .setDisputedBy(TELLER)
                .build();
        var settled = DisputeSettled.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReason("they were right")
                .setSettledOn(ISSUE_DAY)
                .setSettledBy(TELLER)
                .build();
        var dispute = new DisputeInvoice(INVOICE, "hours", ISSUE_DAY, TELLER);
        var settle = new SettleDispute(INVOICE, "they were right", ISSUE_DAY, TELLER);
        invoice.given(with()).when(dispute).expectEvents(disputed);
        invoice.given(with(disputed))
                .when(dispute)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(with(disputed)).when(settle).expectEvents(settled);
        invoice.given(with(disputed, settled))
                .when(settle)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(with(disputed, settled)).when(dispute).expectEvents(disputed);
        refused("B-10", List.of(untilApproval()), dispute);
        refused("B-10", List.of(untilApproval()), settle);
    }

    private void refused(String code, List<?> before, Object command) {
        invoice.given(before).when(command).expectException(refusal(code)).expectNoEvents();
    }

    private static List<Object> with(Object... more) {
        var all = new ArrayList<Object>(List.of(untilIssue()));
        all.addAll(List.of(more));
        return all;
    }

    private static TakeDeduction take(String id, Deduction kind, @Nullable String receipt, @Nullable String amount) {
        return new TakeDeduction(
                INVOICE,
                id,
                kind,
                receipt == null ? null : ReceiptId.of(receipt),
                amount == null ? null : new BigDecimal(amount),
                ISSUE_DAY,
                "agreed",
                TELLER);
    }

    private static ProposeBadDebt propose(String id, @Nullable String amount) {
        return new ProposeBadDebt(INVOICE, id, amount == null ? null : new BigDecimal(amount), "insolvent", TELLER);
    }

    private static WriteOffBadDebt writeOff(String id, String by) {
        return new WriteOffBadDebt(INVOICE, id, false, ISSUE_DAY, by);
    }

    private static CertifyWithholding certify(String certificate) {
        return new CertifyWithholding(INVOICE, "w", certificate, ISSUE_DAY, TELLER);
    }

    private static TaxRow row(String base, String rate, String tax) {
        return TaxRow.newBuilder(BillingExamples.taxRow(base, tax))
                .setRate(new BigDecimal(rate).setScale(6))
                .build();
    }

    private static DeductionTaken taken(String id, String kind, @Nullable String receipt, String amount, String open) {
        return DeductionTaken.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setDeductionId(id)
                .setKind(kind)
                .setReceiptId(receipt == null ? null : "receipt:" + receipt)
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setNet(wire(amount))
                .setTax(wire("0"))
                .setCurrency("EUR")
                .setValueDate(ISSUE_DAY)
                .setReason("agreed")
                .setTakenBy(TELLER)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static PaymentApplied payment(String amount, String open) {
        return PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId("receipt:pay-1")
                .setApplicationId("a")
                .setAmount(wire(amount))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(ISSUE_DAY)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static InvoicePaid paid() {
        return InvoicePaid.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setPaidOn(ISSUE_DAY)
                .build();
    }
}
