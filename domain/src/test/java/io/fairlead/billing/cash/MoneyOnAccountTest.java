package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.CFO;
import static io.fairlead.billing.cash.MoneyExamples.LATER;
import static io.fairlead.billing.cash.MoneyExamples.MONEY;
import static io.fairlead.billing.cash.MoneyExamples.TELLER;
import static io.fairlead.billing.cash.MoneyExamples.applied;
import static io.fairlead.billing.cash.MoneyExamples.apply;
import static io.fairlead.billing.cash.MoneyExamples.bounce;
import static io.fairlead.billing.cash.MoneyExamples.invoice;
import static io.fairlead.billing.cash.MoneyExamples.issuedAs;
import static io.fairlead.billing.cash.MoneyExamples.named;
import static io.fairlead.billing.cash.MoneyExamples.ofNobody;
import static io.fairlead.billing.cash.MoneyExamples.receive;
import static io.fairlead.billing.cash.MoneyExamples.received;
import static io.fairlead.billing.cash.MoneyExamples.refund;
import static io.fairlead.billing.cash.MoneyExamples.unapplied;
import static io.fairlead.billing.cash.MoneyExamples.unapply;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.party.CustomerId;
import io.fairlead.testing.SamePerson;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Money that came in and what becomes of each part of it, command by command (cases 46 and 47). */
class MoneyOnAccountTest {

    private final FixtureConfiguration<Receipt> receipt = new AggregateTestFixture<>(Receipt.class);

    @Test
    void money_is_received_once_whoever_tells_it() {
        receipt.givenNoPriorActivity().when(receive("500")).expectEvents(received("500"));
        var byAnother = new ReceiveMoney(
                MONEY,
                "bank",
                "2026-031/17",
                GMBH,
                ACME,
                new BigDecimal("500.00"),
                "EUR",
                MONTH_END,
                List.of(),
                "ACME",
                "invoices of March",
                CFO);
        receipt.given(received("500"))
                .when(byAnother)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void other_money_under_the_same_key_is_refused() {
        refused("Z-01", List.of(received("500")), receive("499.99"));
        refused("Z-01", List.of(received("500")), receive("500", named("inv-1", null)));
        refused("Z-01", List.of(BillingExamples.received("119")), receive("119"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.001"})
    void money_is_above_zero_and_fits_its_currency(String amount) {
        assertRefused("G-02", "amount", () -> receive(amount));
    }

    @Test
    void an_invoice_is_named_once() {
        assertRefused("G-02", "invoices", () -> receive("500", named("inv-1", null), named("inv-1", "3")));
    }

    @Test
    void it_pays_invoices_in_parts_and_the_rest_is_on_account() {
        receipt.given(received("500"))
                .when(apply("a", invoice("inv-1", "357"), null))
                .expectEvents(applied("a", "inv-1", "357", "143"));
        receipt.given(received("500"), applied("a", "inv-1", "357", "143"))
                .when(apply("b", invoice("inv-2", "200"), null))
                .expectEvents(applied("b", "inv-2", "143", "0"));
        receipt.given(received("500"), applied("a", "inv-1", "357", "143"))
                .when(apply("b", invoice("inv-2", "200"), "119"))
                .expectEvents(applied("b", "inv-2", "119", "24"));
    }

    @Test
    void no_more_leaves_than_is_left_or_open() {
        refused("Z-02", List.of(received("500")), apply("a", invoice("inv-1", "900"), "500.01"));
        refused("B-12", List.of(received("500")), apply("a", invoice("inv-1", "119"), "119.01"));
        refused("B-12", List.of(received("500")), apply("a", invoice("inv-1", "0"), null));
        refused(
                "Z-02",
                List.of(received("500"), applied("a", "inv-1", "500", "0")),
                apply("b", invoice("inv-2", "119"), null));
        refused("Z-02", List.of(received("500"), applied("a", "inv-1", "357", "143")), refund("r", "143.01", CFO));
    }

    @Test
    void it_pays_invoices_of_its_customer_company_and_currency() {
        refused("Z-03", List.of(received("500")), applyTo("a", other().setCustomerId("customer:else"), "1"));
        refused("Z-03", List.of(received("500")), applyTo("a", other().setLegalEntityId("legal-entity:else"), "1"));
        refused("B-11", List.of(received("500")), applyTo("a", other().setCurrency("USD"), "1"));
    }

    @Test
    void the_first_invoice_says_whose_money_it_is() {
        receipt.given(ofNobody("500"))
                .when(apply("a", invoice("inv-1", "357"), null))
                .expectEvents(assigned("500"), applied("a", "inv-1", "357", "143"));
        refused(
                "Z-03",
                List.of(ofNobody("500"), assigned("500")),
                applyTo("a", other().setCustomerId("customer:else"), "1"));
    }

    @Test
    void a_person_says_whose_money_it_is_once() {
        var command = new AssignReceipt(MONEY, GMBH, ACME, TELLER);
        receipt.given(ofNobody("500")).when(command).expectEvents(assigned("500"));
        receipt.given(ofNobody("500"), assigned("500"))
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("Z-03", List.of(received("500")), new AssignReceipt(MONEY, GMBH, CustomerId.of("else"), TELLER));
    }

    @Test
    void the_same_key_changes_nothing_and_is_nothing_else() {
        var before = List.of(received("500"), applied("a", "inv-1", "357", "143"));
        receipt.given(before)
                .when(apply("a", invoice("inv-1", "0"), "357"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        receipt.given(before)
                .when(apply("a", invoice("inv-1", "0"), null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("Z-07", before, apply("a", invoice("inv-1", "357"), "356"));
        refused("Z-07", before, apply("a", invoice("inv-2", "357"), "357"));
        refused("Z-07", List.of(received("500"), refunded("r", "5", "495")), refund("r", "6", CFO));
    }

    @Test
    void a_part_is_taken_back_once() {
        var part = applied("a", "inv-1", "357", "143");
        var back = unapplied(part, "500", "BY_HAND", "meant for another", TELLER);
        receipt.given(received("500"), part).when(unapply("a")).expectEvents(back);
        receipt.given(received("500"), part, back)
                .when(unapply("a"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("Z-04", List.of(received("500"), part), unapply("b"));
    }

    @Test
    void what_the_bank_takes_back_pays_nothing_any_more() {
        var one = applied("a", "inv-1", "357", "143");
        var other = applied("b", "inv-2", "119", "24");
        receipt.given(received("500"), one, other)
                .when(bounce())
                .expectEvents(
                        unapplied(one, "381", "SENT_BACK", "no funds", CFO),
                        unapplied(other, "500", "SENT_BACK", "no funds", CFO),
                        sentBack("500"));
        receipt.given(received("500"), sentBack("500"))
                .when(bounce())
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        refused("Z-02", List.of(received("500"), sentBack("500")), apply("c", invoice("inv-2", "119"), null));
    }

    @Test
    void what_was_taken_back_before_is_not_taken_back_with_the_rest() {
        var part = applied("a", "inv-1", "357", "143");
        receipt.given(received("500"), part, unapplied(part, "500", "BY_HAND", "meant for another", TELLER))
                .when(bounce())
                .expectEvents(sentBack("500"));
    }

    @Test
    void what_was_refunded_does_not_leave_twice() {
        refused("Z-06", List.of(received("500"), refunded("r", "5", "495")), bounce());
    }

    @Test
    void money_on_account_is_refunded_in_parts_by_another_person() {
        receipt.given(received("500"), applied("a", "inv-1", "357", "143"))
                .when(refund("r", "100", CFO))
                .expectEvents(refunded("r", "100", "43"));
        receipt.given(received("500"), refunded("r", "100", "400"))
                .when(refund("r2", null, CFO))
                .expectEvents(refunded("r2", "400", "0"));
        receipt.given(received("500"), refunded("r", "100", "400"))
                .when(refund("r", null, CFO))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        SamePerson.comesAgain(TELLER, again -> refused("Z-05", List.of(received("500")), refund("r", null, again)));
    }

    @Test
    void what_was_paid_before_receipts_had_parts_is_noted_once_and_may_come_back() {
        var payment = PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId(MONEY.value())
                .setAmount(wire("119"))
                .setOpen(wire("0"))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setContractId("contract:K-1")
                .setCustomerId(ACME.value())
                .setLegalEntityId(GMBH.value())
                .build();
        var note = new NotePayment(MONEY, payment);
        var owner = ReceiptAssigned.newBuilder(assigned("119"))
                .setAssignedBy("process|process-note-payment")
                .build();
        var noted = ReceiptApplied.newBuilder(applied("payment", "inv-1", "119", "0"))
                .setValueDate(MONTH_END)
                .setHow("NAMED")
                .setAppliedBy("process|process-note-payment")
                .build();
        receipt.given(BillingExamples.received("119")).when(note).expectEvents(owner, noted);
        receipt.given(BillingExamples.received("119"), owner, noted)
                .when(note)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        receipt.given(BillingExamples.received("119"), owner, noted)
                .when(unapply("payment"))
                .expectEvents(unapplied(noted, "119", "BY_HAND", "meant for another", TELLER));
    }

    private void refused(String code, List<?> before, Object command) {
        receipt.given(before).when(command).expectException(refusal(code)).expectNoEvents();
    }

    private static ApplyReceipt applyTo(String id, InvoiceIssued.Builder to, String amount) {
        return MoneyExamples.apply(id, new OpenInvoice(to.build(), wire("100")), amount);
    }

    private static InvoiceIssued.Builder other() {
        return InvoiceIssued.newBuilder(issuedAs("inv-2"));
    }

    private static ReceiptAssigned assigned(String left) {
        return ReceiptAssigned.newBuilder()
                .setReceiptId(MONEY.value())
                .setLegalEntityId(GMBH.value())
                .setCustomerId(ACME.value())
                .setLeft(wire(left))
                .setCurrency("EUR")
                .setValueDate(MONTH_END)
                .setAssignedBy(TELLER)
                .build();
    }

    private static MoneySentBack sentBack(String amount) {
        return MoneySentBack.newBuilder()
                .setReceiptId(MONEY.value())
                .setLegalEntityId(GMBH.value())
                .setCustomerId(ACME.value())
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setValueDate(LATER)
                .setReason("no funds")
                .setSourceId("2026-040/3")
                .setToldBy(CFO)
                .build();
    }

    private static MoneyRefunded refunded(String id, String amount, String left) {
        return MoneyRefunded.newBuilder()
                .setReceiptId(MONEY.value())
                .setLegalEntityId(GMBH.value())
                .setCustomerId(ACME.value())
                .setRefundId(id)
                .setAmount(wire(amount))
                .setLeft(wire(left))
                .setCurrency("EUR")
                .setValueDate(LATER)
                .setReason("paid twice")
                .setRefundedBy(CFO)
                .build();
    }
}
