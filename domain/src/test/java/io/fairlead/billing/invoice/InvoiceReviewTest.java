package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.TAX;
import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.billing.invoice.BillingExamples.taxRow;
import static io.fairlead.billing.invoice.BillingExamples.taxed;
import static io.fairlead.billing.invoice.BillingExamples.untilApproval;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLineRemoved;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.shared.RuleViolated;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people do to a draft before it is approved, and how an approved one becomes a draft again. */
class InvoiceReviewTest {

    private static final String CONTROLLER = "idp|controller";
    private static final RemoveInvoiceLine REMOVE =
            new RemoveInvoiceLine(INVOICE, 1, MONTH_END, "too early", CONTROLLER);
    private static final AdjustInvoiceLine ADJUST =
            new AdjustInvoiceLine(INVOICE, 2, wire("30"), "goodwill", CONTROLLER);
    private static final ReturnInvoice RETURN = new ReturnInvoice(INVOICE, "wrong order", CONTROLLER);

    private final FixtureConfiguration<Invoice> invoice = BillingExamples.invoices();
    private final List<Object> draft =
            List.of(linesAdded(line(1, "time-entry:e-1", "60"), line(2, "billing-item:m-1", "40")), drafted(2, "100"));

    @Test
    void a_removed_line_is_no_part_of_the_invoice() {
        invoice.given(draft).when(REMOVE).expectEvents(removed());

        invoice.given(with(draft, removed()))
                .when(BillingExamples.approving(LEAD, taxed(taxRow("40", "7.60"))))
                .expectEvents(approved("40", "7.60", 1));
    }

    @Test
    void removing_again_changes_nothing() {
        invoice.given(with(draft, removed()))
                .when(REMOVE)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void with_its_last_line_the_draft_is_given_up() {
        invoice.given(with(draft, removed()))
                .when(new RemoveSourceFromInvoice(INVOICE, "billing-item:m-1", "withdrawn", CONTROLLER))
                .expectEvents(
                        removed(2, "billing-item:m-1", "40", "withdrawn"),
                        InvoiceEvents.discarded("withdrawn", drafted(2, "100"), List.of()));
    }

    @Test
    void a_source_that_does_not_stand_on_it_is_not_removed() {
        invoice.given(draft)
                .when(new RemoveSourceFromInvoice(INVOICE, "time-entry:other", "withdrawn", CONTROLLER))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_line_that_never_was_is_not_removed() {
        invoice.given(draft)
                .when(new RemoveInvoiceLine(INVOICE, 3, null, "too early", CONTROLLER))
                .expectException(refusal("B-14"))
                .expectNoEvents();
    }

    @Test
    void a_write_down_keeps_its_reason_and_lowers_the_net() {
        invoice.given(draft).when(ADJUST).expectEvents(adjusted("-10", "30"));

        invoice.given(with(draft, adjusted("-10", "30")))
                .when(BillingExamples.approving(LEAD, taxed(taxRow("90", "17.10"))))
                .expectEvents(approved("90", "17.10", 1));
    }

    @Test
    void adjusting_to_the_same_net_changes_nothing() {
        invoice.given(with(draft, adjusted("-10", "30")))
                .when(ADJUST)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void who_adjusted_a_line_does_not_approve_the_invoice() {
        invoice.given(with(draft, adjusted("-10", "30")))
                .when(BillingExamples.approving(CONTROLLER, TAX))
                .expectException(refusal("B-02"))
                .expectNoEvents();
    }

    @Test
    void a_line_is_not_written_down_below_zero_nor_finer_than_its_currency() {
        invoice.given(draft)
                .when(new AdjustInvoiceLine(INVOICE, 2, wire("-0.01"), "goodwill", CONTROLLER))
                .expectException(refusal("B-15"))
                .expectNoEvents();
        invoice.given(draft)
                .when(new AdjustInvoiceLine(INVOICE, 2, wire("30.001"), "goodwill", CONTROLLER))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }

    @Test
    void a_removed_line_is_not_adjusted() {
        invoice.given(with(draft, removed()))
                .when(new AdjustInvoiceLine(INVOICE, 1, wire("30"), "goodwill", CONTROLLER))
                .expectException(refusal("B-14"))
                .expectNoEvents();
    }

    @Test
    void an_approved_invoice_is_reviewed_only_after_its_return() {
        invoice.given(untilApproval())
                .when(REMOVE)
                .expectException(refusal("B-13"))
                .expectNoEvents();
        invoice.given(untilApproval())
                .when(ADJUST)
                .expectException(refusal("B-13"))
                .expectNoEvents();
        invoice.given(with(List.of(untilApproval()), returned()))
                .when(new AdjustInvoiceLine(INVOICE, 1, wire("90"), "goodwill", CONTROLLER))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_returned_invoice_is_a_draft_that_is_approved_anew() {
        invoice.given(untilApproval()).when(RETURN).expectEvents(returned());

        invoice.given(with(List.of(untilApproval()), returned()))
                .when(BillingExamples.approving(LEAD, TAX))
                .expectEvents(approved("100", "19", 2));
    }

    @Test
    void returning_again_changes_nothing_and_a_draft_cannot_be_returned() {
        invoice.given(with(List.of(untilApproval()), returned()))
                .when(RETURN)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(draft).when(RETURN).expectException(refusal("B-10")).expectNoEvents();
    }

    @Test
    void what_the_erp_has_accepted_is_not_returned() {
        invoice.given(with(List.of(untilApproval()), staged()))
                .when(RETURN)
                .expectException(refusal("B-16"))
                .expectNoEvents();
    }

    @Test
    void what_the_erp_says_of_a_returned_approval_is_passed_over() {
        var returned = with(List.of(untilApproval()), returned());
        invoice.given(returned)
                .when(new RecordInvoiceStaged(INVOICE, "ERP-1", wire("119"), 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(with(returned, approved("100", "19", 2)))
                .when(new RecordInvoiceStaged(INVOICE, "ERP-1", wire("119"), 1))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        invoice.given(with(returned, approved("100", "19", 2)))
                .when(new RecordInvoiceStaged(INVOICE, "ERP-1", wire("119"), 2))
                .expectEvents(staged());
    }

    @Test
    void a_draft_below_zero_is_issued_as_a_credit_note() {
        var lines = List.of(line(1, "billing-item:m-1", "-25"));
        var below = drafted(1, "-25");
        var approval =
                InvoiceEvents.approved(BillingExamples.approving(LEAD, taxed(taxRow("-25", "-4.75"))), below, 1, lines);
        var issued = InvoiceEvents.issued(
                new IssueInvoice(
                        INVOICE, "GMBH-CRN-2026-000001", "CRN", 2026, MONTH_END, BillingExamples.PARTIES, null),
                below,
                approval,
                lines);

        Assertions.assertThat(issued.getDocumentType()).isEqualTo("381");
        Assertions.assertThat(issued.getGross()).isEqualByComparingTo("-29.75");
    }

    @ParameterizedTest
    @CsvSource({"-3.00, 381", "0.00, 380", "3.00, 380"})
    void work_that_was_paid_ahead_at_another_tax_is_a_credit_note_where_tax_is_given_back(String tax, String type) {
        var lines = List.of(line(1, "time-entry:e-1", "100"), line(2, "retainer:r-1", "-100"));
        var paid = drafted(2, "0");
        var approval = InvoiceEvents.approved(BillingExamples.approving(LEAD, taxed(taxRow("0", tax))), paid, 1, lines);
        var issued = InvoiceEvents.issued(
                new IssueInvoice(INVOICE, "GMBH-1", "INV", 2026, MONTH_END, BillingExamples.PARTIES, null),
                paid,
                approval,
                lines);

        Assertions.assertThat(issued.getDocumentType()).isEqualTo(type);
    }

    @Test
    void a_reason_is_given() {
        Assertions.assertThatThrownBy(() -> new ReturnInvoice(INVOICE, " ", CONTROLLER))
                .isInstanceOf(RuleViolated.class);
    }

    private static List<Object> with(List<?> before, Object event) {
        return Stream.concat(before.stream(), Stream.of(event))
                .map(Object.class::cast)
                .toList();
    }

    private static InvoiceLineRemoved removed() {
        return InvoiceLineRemoved.newBuilder(removed(1, "time-entry:e-1", "60", "too early"))
                .setDeferredUntil(MONTH_END)
                .build();
    }

    private static InvoiceLineRemoved removed(int lineNo, String source, String net, String reason) {
        return InvoiceLineRemoved.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setLineNo(lineNo)
                .setSourceId(source)
                .setPortionNo(1)
                .setNet(wire(net))
                .setCurrency("EUR")
                .setReason(reason)
                .setRemovedBy(CONTROLLER)
                .build();
    }

    private static InvoiceLineAdjusted adjusted(String amount, String net) {
        return InvoiceLineAdjusted.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setLineNo(2)
                .setSourceId("billing-item:m-1")
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setAmount(wire(amount))
                .setNet(wire(net))
                .setCurrency("EUR")
                .setReason("goodwill")
                .setAdjustedBy(CONTROLLER)
                .build();
    }

    private static InvoiceReturned returned() {
        return InvoiceReturned.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setApprovalNo(1)
                .setReason("wrong order")
                .setReturnedBy(CONTROLLER)
                .build();
    }

    private static InvoiceApproved approved(String net, String tax, int approvalNo) {
        return InvoiceApproved.newBuilder(BillingExamples.approved())
                .setTaxRows(List.of(taxRow(net, tax)))
                .setNet(wire(net))
                .setTax(wire(tax))
                .setGross(wire(net).add(wire(tax)))
                .setApprovalNo(approvalNo)
                .build();
    }
}
