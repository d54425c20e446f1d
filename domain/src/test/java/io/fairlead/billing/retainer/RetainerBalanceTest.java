package io.fairlead.billing.retainer;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.item.BillingItemExamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Case 18: a retainer of 5,000; work of 3,200 draws 3,200 and leaves 1,800; work of 2,500 draws 1,800 and leaves 700 due. */
class RetainerBalanceTest {

    static final RetainerId RETAINER = RetainerId.of("r-1");
    private static final BillingItemReady ITEM = BillingItemReady.newBuilder(BillingItemExamples.itemReady())
            .setKind("RETAINER")
            .build();

    private final FixtureConfiguration<RetainerBalance> retainer = new AggregateTestFixture<>(RetainerBalance.class);

    @Test
    void an_invoiced_retainer_is_a_balance() {
        retainer.givenNoPriorActivity()
                .when(fill("invoice:r", "5000"))
                .expectEvents(invoiced("invoice:r", "5000", "5000"));
    }

    @Test
    void the_same_invoice_fills_once() {
        retainer.given(invoiced("invoice:r", "5000", "5000"))
                .when(fill("invoice:r", "5000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void work_draws_what_it_needs_while_there_is_enough() {
        retainer.given(invoiced("invoice:r", "5000", "5000"))
                .when(draw(INVOICE, "3200"))
                .expectEvents(drawn(1, "invoice:inv-1", "3200", "3200", "1800"));
    }

    @Test
    void the_next_work_draws_what_is_left() {
        retainer.given(invoiced("invoice:r", "5000", "5000"), drawn(1, "invoice:inv-1", "3200", "3200", "1800"))
                .when(draw(OTHER_INVOICE, "2500"))
                .expectEvents(drawn(2, "invoice:inv-2", "2500", "1800", "0"));
    }

    @Test
    void a_draft_draws_once_and_nothing_left_is_no_draw() {
        retainer.given(invoiced("invoice:r", "5000", "5000"), drawn(1, "invoice:inv-1", "3200", "3200", "1800"))
                .when(draw(INVOICE, "9000"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(invoiced("invoice:r", "100", "100"), drawn(1, "invoice:inv-1", "100", "100", "0"))
                .when(draw(OTHER_INVOICE, "1"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_discarded_draft_gives_back_all_it_drew_once() {
        var draft = new RestoreRetainer(RETAINER, INVOICE, null, "invoice:inv-1", null, null, "wrong month");
        var drawn = drawn(1, "invoice:inv-1", "3200", "3200", "1800");
        retainer.given(invoiced("invoice:r", "5000", "5000"), drawn)
                .when(draft)
                .expectEvents(restored("invoice:inv-1", "3200", "5000", "wrong month"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(
                        invoiced("invoice:r", "5000", "5000"),
                        drawn,
                        restored("invoice:inv-1", "3200", "5000", "wrong month"))
                .when(draft)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void credit_notes_give_back_at_most_what_was_drawn() {
        retainer.given(
                        invoiced("invoice:r", "5000", "5000"),
                        drawn(1, "invoice:inv-1", "3200", "3200", "1800"),
                        restored("credit-note:1", "3000", "4800", "credited"))
                .when(restore("credit-note:2", "200.01"))
                .expectException(refusal("Y-02"))
                .expectNoEvents();
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(invoiced("invoice:r", "5000", "5000"))
                .when(restore("credit-note:2", "1"))
                .expectException(refusal("Y-02"))
                .expectNoEvents();
    }

    @Test
    void a_credited_retainer_lowers_the_balance_but_never_below_what_was_drawn() {
        retainer.given(invoiced("invoice:r", "5000", "5000"), drawn(1, "invoice:inv-1", "3200", "3200", "1800"))
                .when(fill("credit-note:1", "-1800"))
                .expectEvents(invoiced("credit-note:1", "-1800", "0"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(invoiced("invoice:r", "5000", "5000"), drawn(1, "invoice:inv-1", "3200", "3200", "1800"))
                .when(fill("credit-note:1", "-1800.01"))
                .expectException(refusal("Y-01"))
                .expectNoEvents();
    }

    @Test
    void what_was_paid_first_is_used_first_and_each_prepayment_is_a_draw_of_its_own() {
        retainer.given(invoiced("invoice:r", "500", "500"), invoiced("invoice:s", "300", "800"))
                .when(draw(INVOICE, "600"))
                .expectEvents(
                        drawn(1, "invoice:inv-1", "600", "500", "300"),
                        of(drawn(2, "invoice:inv-1", "100", "100", "200"), "invoice:s"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(
                        invoiced("invoice:r", "500", "500"),
                        invoiced("invoice:s", "300", "800"),
                        drawn(1, "invoice:inv-1", "200", "200", "600"))
                .when(draw(OTHER_INVOICE, "900"))
                .expectEvents(
                        drawn(2, "invoice:inv-2", "900", "300", "300"),
                        of(drawn(3, "invoice:inv-2", "600", "300", "0"), "invoice:s"));
    }

    @Test
    void what_comes_back_is_again_of_the_prepayment_that_it_was() {
        var both = List.of(
                invoiced("invoice:r", "500", "500"),
                invoiced("invoice:s", "300", "800"),
                drawn(1, "invoice:inv-1", "600", "500", "300"),
                of(drawn(2, "invoice:inv-1", "100", "100", "200"), "invoice:s"));
        var second = RetainerRestored.newBuilder(restored("invoice:inv-1", "100", "300", "wrong month"))
                .setDrawNo(2)
                .build();
        retainer.given(both)
                .when(new RestoreRetainer(RETAINER, INVOICE, null, "invoice:inv-1", null, null, "wrong month"))
                .expectEvents(second, restored("invoice:inv-1", "500", "800", "wrong month"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(with(both, restored("credit-note:1", "40", "240", "credited")))
                .when(draw(OTHER_INVOICE, "60"))
                .expectEvents(
                        drawn(3, "invoice:inv-2", "60", "40", "200"),
                        of(drawn(4, "invoice:inv-2", "20", "20", "180"), "invoice:s"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(with(both, second))
                .when(new RestoreRetainer(RETAINER, INVOICE, null, "invoice:inv-1", null, null, "wrong month"))
                .expectEvents(restored("invoice:inv-1", "500", "800", "wrong month"));
    }

    @Test
    void a_credit_of_a_prepayment_takes_off_that_one() {
        var other = RetainerInvoiced.newBuilder(invoiced("invoice:s", "300", "800"))
                .setBillingItemId("billing-item:m-2")
                .build();
        retainer.given(invoiced("invoice:r", "500", "500"), other, invoiced("credit-note:1", "-450", "350"))
                .when(draw(INVOICE, "100"))
                .expectEvents(
                        drawn(1, "invoice:inv-1", "100", "50", "300"),
                        RetainerDrawn.newBuilder(drawn(2, "invoice:inv-1", "50", "50", "250"))
                                .setBillingItemId("billing-item:m-2")
                                .setDocumentId("invoice:s")
                                .build());
    }

    @Test
    void draws_and_returns_of_before_parts_were_told_used_the_oldest() {
        var before = RetainerRestored.newBuilder(restored("credit-note:1", "50", "250", "credited"))
                .setDrawNo(null)
                .build();
        retainer.given(
                        invoiced("invoice:r", "500", "500"),
                        invoiced("invoice:s", "300", "800"),
                        of(drawn(1, "invoice:inv-1", "600", "600", "200"), null),
                        before)
                .when(draw(OTHER_INVOICE, "60"))
                .expectEvents(
                        drawn(2, "invoice:inv-2", "60", "50", "200"),
                        of(drawn(3, "invoice:inv-2", "10", "10", "190"), "invoice:s"));
    }

    private static List<Object> with(List<? extends Object> before, Object more) {
        var all = new ArrayList<Object>(before);
        all.add(more);
        return all;
    }

    static FillRetainer fill(String document, String amount) {
        return new FillRetainer(RETAINER, ITEM, document, new BigDecimal(amount), ISSUE_DAY);
    }

    static DrawRetainer draw(InvoiceId invoice, String wanted) {
        return new DrawRetainer(RETAINER, invoice, new BigDecimal(wanted), ISSUE_DAY);
    }

    private static RestoreRetainer restore(String document, @Nullable String amount) {
        return new RestoreRetainer(
                RETAINER, INVOICE, 1, document, amount == null ? null : new BigDecimal(amount), ISSUE_DAY, "credited");
    }

    static RetainerInvoiced invoiced(String document, String amount, String balance) {
        return RetainerInvoiced.newBuilder()
                .setRetainerId(RETAINER.value())
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setBillingItemId("billing-item:m-1")
                .setDocumentId(document)
                .setAmount(wire(amount))
                .setBalance(wire(balance))
                .setCurrency("EUR")
                .setAccountingDate(ISSUE_DAY)
                .build();
    }

    static RetainerDrawn drawn(int no, String invoice, String wanted, String amount, String balance) {
        return RetainerDrawn.newBuilder()
                .setRetainerId(RETAINER.value())
                .setContractId("contract:K-1")
                .setLineNo(2)
                .setInvoiceId(invoice)
                .setDrawNo(no)
                .setWanted(wire(wanted))
                .setAmount(wire(amount))
                .setBalance(wire(balance))
                .setCurrency("EUR")
                .setAccountingDate(ISSUE_DAY)
                .setBillingItemId("billing-item:m-1")
                .setDocumentId("invoice:r")
                .build();
    }

    static RetainerDrawn of(RetainerDrawn drawn, @Nullable String document) {
        return RetainerDrawn.newBuilder(drawn)
                .setBillingItemId(document == null ? null : "billing-item:m-1")
                .setDocumentId(document)
                .build();
    }

    static RetainerRestored restored(String document, String amount, String balance, String reason) {
        return RetainerRestored.newBuilder()
                .setRetainerId(RETAINER.value())
                .setContractId("contract:K-1")
                .setLineNo(2)
                .setInvoiceId("invoice:inv-1")
                .setDocumentId(document)
                .setAmount(wire(amount))
                .setBalance(wire(balance))
                .setCurrency("EUR")
                .setAccountingDate(ISSUE_DAY)
                .setReason(reason)
                .setDrawNo(1)
                .build();
    }
}
