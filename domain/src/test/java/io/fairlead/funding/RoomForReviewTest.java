package io.fairlead.funding;

import static io.fairlead.billing.invoice.BillingExamples.drafted;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceReturned;
import io.fairlead.billing.invoice.AdjustInvoiceLine;
import io.fairlead.billing.invoice.BillingExamples;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.KnownLimits;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which words of a reviewer the limits are asked about first. */
class RoomForReviewTest {

    private static final String REVIEWER = "idp|reviewer";

    private final KnownHistory history = new KnownHistory()
            .with(
                    INVOICE.value(),
                    linesAdded(line(1, "time-entry:e-1", "60"), line(2, "expense:x-1", "40")),
                    drafted(2, "100"))
            .with(FUNDING.value(), events(FundingOpened.class, capped("100")).getFirst());
    private final RoomForReview room = new RoomForReview(new KnownLimits(true), history);

    @Test
    void a_write_up_asks_for_the_line_as_it_is_to_be_with_what_it_claimed() {
        assertThat(room.before(to(1, "75.00"))).contains(raise("time-entry:e-1", "75.00", "60"));
    }

    @Test
    void on_top_of_an_earlier_one_the_claim_stays() {
        history.with(INVOICE.value(), adjusted("15", "75"));

        assertThat(room.before(to(1, "80.00"))).contains(raise("time-entry:e-1", "80.00", "60"));
    }

    @Test
    void what_is_written_down_or_stays_asks_for_nothing() {
        assertThat(room.before(to(1, "60.00"))).isEmpty();
        assertThat(room.before(to(1, "59.99"))).isEmpty();
    }

    @Test
    void where_nothing_is_limited_or_watched_nobody_is_asked() {
        assertThat(new RoomForReview(new KnownLimits(false), history).before(to(1, "75.00")))
                .isEmpty();
        assertThat(new RoomForReview(
                                new KnownLimits(true),
                                new KnownHistory()
                                        .with(
                                                INVOICE.value(),
                                                linesAdded(line(1, "time-entry:e-1", "60")),
                                                drafted(1, "60")))
                        .before(to(1, "75.00")))
                .isEmpty();
    }

    @Test
    void what_the_invoice_refuses_by_itself_holds_no_funds() {
        assertThat(room.before(to(3, "75.00"))).as("no such line").isEmpty();
        assertRefused("G-02", "net", () -> room.before(to(1, "75.001")));

        history.with(INVOICE.value(), BillingExamples.approved());
        assertThat(room.before(to(1, "75.00"))).as("approved").isEmpty();

        history.with(
                INVOICE.value(),
                InvoiceReturned.newBuilder()
                        .setInvoiceId(INVOICE.value())
                        .setApprovalNo(1)
                        .setReason("wrong order")
                        .setReturnedBy(REVIEWER)
                        .build());
        assertThat(room.before(to(1, "75.00"))).as("returned").isPresent();

        history.with(
                INVOICE.value(),
                InvoiceDiscarded.newBuilder()
                        .setInvoiceId(INVOICE.value())
                        .setContractId("contract:K-1")
                        .setLegalEntityId("legal-entity:GMBH")
                        .setSourceIds(List.of())
                        .setReason("wrong month")
                        .build());
        assertThat(room.before(to(1, "75.00"))).as("given up").isEmpty();
    }

    @Test
    void a_disbursement_stands_outside() {
        assertThat(room.before(to(2, "50.00"))).isPresent();

        history.with("expense:x-1", disbursement());
        assertThat(room.before(to(2, "50.00"))).isEmpty();
    }

    @Test
    void an_approval_asks_for_what_was_written_up_alone() {
        var approval = BillingExamples.approving(LEAD, BillingExamples.TAX);
        assertThat(room.before(approval)).isEmpty();

        history.with(INVOICE.value(), adjusted("-10", "50"));
        assertThat(room.before(approval)).isEmpty();

        history.with(INVOICE.value(), adjusted("25", "75"));
        assertThat(room.before(approval)).contains(raise("time-entry:e-1", "75", "60"));
    }

    private static AdjustInvoiceLine to(int lineNo, String net) {
        return new AdjustInvoiceLine(INVOICE, lineNo, new BigDecimal(net), "agreed", REVIEWER);
    }

    private static RaiseFundsOnDraft raise(String source, String net, String claimed) {
        return new RaiseFundsOnDraft(
                FUNDING,
                INVOICE,
                "PO-7",
                List.of(new DraftFunds.Portion(source, 1, new BigDecimal(net), wire(claimed), 3_600, WORK_DAY)));
    }

    private static InvoiceLineAdjusted adjusted(String amount, String net) {
        return InvoiceLineAdjusted.newBuilder()
                .setInvoiceId(INVOICE.value())
                .setLineNo(1)
                .setSourceId("time-entry:e-1")
                .setPortionNo(1)
                .setContractLineNo(1)
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setAmount(wire(amount))
                .setNet(wire(net))
                .setCurrency("EUR")
                .setReason("agreed")
                .setAdjustedBy(REVIEWER)
                .build();
    }

    private static ExpensePriced disbursement() {
        return ExpensePriced.newBuilder()
                .setExpenseId("expense:x-1")
                .setVersion(1)
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setPersonId("person:ana")
                .setCategory("FEES")
                .setCost(wire("40"))
                .setMarkUp(new BigDecimal("0.000000"))
                .setAmount(wire("40"))
                .setCurrency("EUR")
                .setDisbursement(true)
                .setServiceDate(WORK_DAY)
                .setAccountingDate(WORK_DAY)
                .setRuleVersion(1)
                .build();
    }
}
