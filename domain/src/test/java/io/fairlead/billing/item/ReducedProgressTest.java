package io.fairlead.billing.item;

import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.line;
import static io.fairlead.billing.invoice.BillingExamples.linesAdded;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.billing.credit.ReserveCredit;
import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Report r1 was billed with 60.00 in April, r2 with 50.00 in May; on 1 June r3 went back. */
class ReducedProgressTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 2);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);
    private static final BillingItemId WENT_BACK = itemOf("r3");

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @BeforeEach
    void twoReportsAreBilledAndAThirdWentBack() {
        history.with("project:P-1", reported("r1", 1), reported("r2", 1), reported("other", 2), reported("r3", 1));
        billed("r1", "invoice:april", ISSUE_DAY, "60");
        billed("r2", "invoice:may", MAY, "50");
        billed("other", "invoice:other", MAY.plusDays(1), "500");
    }

    @ParameterizedTest
    @CsvSource({"-50.01, 0.01", "-70, 20", "-110, 60"})
    void the_latest_invoice_of_the_line_gives_back_first_and_the_one_before_the_rest(String less, String before) {
        accept(less);

        assertThat(sent.of(ReserveCredit.class))
                .extracting(
                        credit -> credit.invoiceId().value(),
                        credit -> credit.lines().getFirst().lineNo(),
                        credit -> credit.lines().getFirst().amount())
                .containsExactly(tuple("invoice:may", 4, wire("50")), tuple("invoice:april", 4, wire(before)));
        assertThat(sent.commands()).last().isEqualTo(new WithdrawBillingItem(WENT_BACK, "credited on its invoices"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-50", "-0.01"})
    void what_the_latest_invoice_can_give_back_alone_no_other_does(String less) {
        accept(less);

        assertThat(sent.of(ReserveCredit.class)).singleElement().satisfies(credit -> {
            assertThat(credit.invoiceId().value()).isEqualTo("invoice:may");
            assertThat(credit.lines().getFirst().amount()).isEqualTo(wire(less).negate());
            assertThat(credit.reason()).isEqualTo("progress went back to what was reported up to 2026-06-01");
            assertThat(credit.preparer()).isEqualTo(LEAD);
        });
    }

    @Test
    void what_no_invoice_can_give_back_lowers_the_next_one() {
        accept("-125");

        assertThat(sent.of(ReserveCredit.class)).hasSize(2);
        assertThat(sent.of(MakeBillingItemReady.class)).singleElement().satisfies(less -> {
            assertThat(less.billingItemId()).isEqualTo(WENT_BACK);
            assertThat(less.terms().amount()).isEqualTo(wire("-15"));
            assertThat(less.terms().reference()).isEqualTo("r3");
        });
    }

    @Test
    void what_an_invoice_refuses_to_give_back_lowers_the_next_one() {
        sent.refuse("reduce/" + note("invoice:may"), new RuleViolated("K-11", "more than is left of the document"));

        accept("-70");

        assertThat(sent.of(MakeBillingItemReady.class))
                .singleElement()
                .satisfies(less -> assertThat(less.terms().amount()).isEqualTo(wire("-50")));
    }

    @Test
    void an_invoice_that_is_credited_already_gives_nothing_back() {
        history.with("invoice:may", granted("credit-note:for-something-else", "invoice:may", "50"));

        accept("-70");

        assertThat(sent.of(ReserveCredit.class))
                .extracting(
                        credit -> credit.invoiceId().value(),
                        credit -> credit.lines().getFirst().amount())
                .containsExactly(tuple("invoice:april", wire("60")));
        assertThat(sent.of(MakeBillingItemReady.class))
                .singleElement()
                .satisfies(less -> assertThat(less.terms().amount()).isEqualTo(wire("-10")));
    }

    @Test
    void done_again_each_invoice_gives_back_what_it_granted_the_first_time() {
        history.with(
                "invoice:may",
                granted("credit-note:for-something-else", "invoice:may", "20"),
                granted(note("invoice:may"), "invoice:may", "30"));

        accept("-70");

        assertThat(sent.of(ReserveCredit.class))
                .extracting(credit -> credit.lines().getFirst().amount())
                .containsExactly(wire("30"), wire("40"));
    }

    @Test
    void progress_on_a_draft_is_no_invoice_that_gives_back() {
        history.with("project:P-1", reported("drafted", 1));
        history.with(itemOf("drafted").value(), billedItem("drafted", "invoice:drafted", JUNE, "90"));

        accept("-50");

        assertThat(sent.of(ReserveCredit.class))
                .extracting(credit -> credit.invoiceId().value())
                .containsExactly("invoice:may");
    }

    @ParameterizedTest
    @CsvSource({"2026-05-31, 2026-06-01", "2026-06-01, 2026-06-01", "2026-06-02, 2026-06-02"})
    void the_credit_is_of_the_day_of_the_report_but_never_before_its_invoice(LocalDate issued, LocalDate credited) {
        history.with("invoice:may", issuedOn("invoice:may", issued, "50"));

        accept("-50");

        assertThat(sent.of(ReserveCredit.class))
                .extracting(ReserveCredit::issueDate)
                .containsExactly(credited);
    }

    @ParameterizedTest
    @ValueSource(classes = {BillingItemReady.class, BillingItemWithdrawn.class})
    void a_reduction_that_is_settled_only_closes_its_work_item(Class<? extends SpecificRecord> settled) {
        var told = RaiseException.idOf("PROGRESS_WENT_BACK", WENT_BACK.value());
        history.with(WENT_BACK.value(), AnyEvent.of(settled)).with(told.value(), AnyEvent.of(ExceptionRaised.class));

        accept("-70");

        assertThat(sent.commands()).singleElement().isInstanceOfSatisfying(ResolveException.class, closed -> {
            assertThat(closed.exceptionId()).isEqualTo(told);
            assertThat(closed.resolution()).isEqualTo("accepted by " + LEAD);
        });
    }

    @Test
    void a_reduction_whose_credit_note_is_given_up_lowers_the_next_invoice_by_as_much() {
        giveUp(note("invoice:may"), itemOf("r2").value());

        assertThat(sent.of(MakeBillingItemReady.class)).singleElement().satisfies(less -> {
            assertThat(less.billingItemId())
                    .isEqualTo(BillingItemId.of(
                            NameUuid.of("reduction", note("invoice:may")).toString()));
            assertThat(less.terms().amount()).isEqualTo(wire("-50"));
            assertThat(less.terms().reference()).isEqualTo("r3");
            assertThat(less.serviceDate()).isEqualTo(JUNE);
            assertThat(less.author()).isEqualTo(CLERK);
        });
    }

    @ParameterizedTest
    @CsvSource({"r2", "of-nothing-ready"})
    void any_other_credit_note_that_is_given_up_lowers_nothing(String report) {
        giveUp("credit-note:for-something-else", itemOf(report).value());

        assertThat(sent.commands()).isEmpty();
    }

    private void accept(String less) {
        new ProcessUnderTest(new WhenReductionAcceptedThenCredit(sent, history))
                .on(AnyEvent.of(
                        ProgressReductionAccepted.class,
                        "projectId",
                        "project:P-1",
                        "reportId",
                        "r3",
                        "amount",
                        wire(less),
                        "acceptedBy",
                        LEAD));
    }

    private void giveUp(String note, String source) {
        var line = AnyEvent.of(CreditLine.class, "sourceId", source, "sourceAmount", wire("50"));
        history.with(note, AnyEvent.of(CreditNoteDrafted.class, "lines", List.of(line)));
        new ProcessUnderTest(new WhenReductionIsGivenUpThenBillLess(sent, history))
                .on(AnyEvent.of(CreditNoteDiscarded.class, "creditNoteId", note, "invoiceId", "invoice:may"));
    }

    private void billed(String report, String invoice, LocalDate day, String amount) {
        history.with(
                itemOf(report).value(),
                AnyEvent.of(BillingItemReady.class, "projectId", "project:P-1"),
                billedItem(report, invoice, day, amount));
        var line = InvoiceLine.newBuilder(line(4, itemOf(report).value(), amount))
                .setSeconds(null)
                .build();
        history.with(invoice, linesAdded(line), issuedOn(invoice, day, amount));
    }

    private static BillingItemBilled billedItem(String report, String invoice, LocalDate day, String amount) {
        return BillingItemBilled.newBuilder(BillingItemExamples.itemBilled())
                .setBillingItemId(itemOf(report).value())
                .setInvoiceId(invoice)
                .setAccountingDate(day)
                .setAmount(wire(amount))
                .build();
    }

    private static InvoiceIssued issuedOn(String invoice, LocalDate day, String net) {
        return InvoiceIssued.newBuilder(issued("0".repeat(64)))
                .setInvoiceId(invoice)
                .setIssueDate(day)
                .setNet(wire(net))
                .build();
    }

    private static CreditReserved granted(String note, String invoice, String net) {
        var line = AnyEvent.of(
                CreditLine.class, "invoiceLineNo", 4, "net", wire(net), "sourceAmount", wire(net), "seconds", null);
        return AnyEvent.of(
                CreditReserved.class,
                "invoiceId",
                invoice,
                "creditNoteId",
                note,
                "lines",
                List.of(line),
                "net",
                wire(net));
    }

    private static ProgressReported reported(String report, int lineNo) {
        return AnyEvent.of(
                ProgressReported.class,
                "projectId",
                "project:P-1",
                "contractId",
                "contract:K-1",
                "customerId",
                "customer:ACME",
                "legalEntityId",
                "legal-entity:GMBH",
                "reportId",
                report,
                "lineNo",
                lineNo,
                "currency",
                "EUR",
                "reportedOn",
                JUNE,
                "reportedBy",
                CLERK);
    }

    private static String note(String invoice) {
        return ReducedProgress.creditNote("project:P-1", "r3", invoice).value();
    }

    private static BillingItemId itemOf(String report) {
        return WhenProgressReportedThenBill.itemOf("project:P-1", report);
    }
}
