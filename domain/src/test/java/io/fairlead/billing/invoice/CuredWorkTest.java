package io.fairlead.billing.invoice;

import static io.fairlead.billing.invoice.BillingExamples.approved;
import static io.fairlead.billing.invoice.BillingExamples.issued;
import static io.fairlead.billing.invoice.BillingExamples.staged;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.resolved;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** A work item whose cause is gone is closed by the process that told it. */
class CuredWorkTest {

    private static final String CODE = "POSTING_REFUSED";
    private static final String ITEM =
            RaiseException.idOf(CODE, INVOICE.value()).value();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @Test
    void an_invoice_that_the_erp_never_refused_closes_nothing() {
        settling().on(staged());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void an_invoice_that_the_erp_took_in_the_end_or_that_is_a_draft_again_is_nobodys_work() {
        history.with(ITEM, raised(EVENING));

        settling().on(staged());
        settling()
                .on(InvoiceEvents.posted(new RecordInvoicePosted(INVOICE, "DOC-1", MONTH_END), issued("0".repeat(64))));
        settling().on(InvoiceReviewEvents.returned(new ReturnInvoice(INVOICE, "wrong order", LEAD), approved()));

        assertThat(sent.of(ResolveException.class))
                .allSatisfy(closed -> assertThat(closed.exceptionId().value()).isEqualTo(ITEM))
                .extracting(ResolveException::resolution, ResolveException::resolvedBy)
                .containsExactly(
                        tuple("the ERP has accepted it", "fairlead|process-invoice-settled"),
                        tuple("the ERP has booked it", "fairlead|process-invoice-settled"),
                        tuple("it is a draft again", "fairlead|process-invoice-settled"));
    }

    @Test
    void what_was_refused_after_the_cure_is_another_refusal_and_stays() {
        history.with(ITEM, raised(EVENING.plusNanos(1_000)));

        settling().on(staged());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_work_item_is_open_until_a_person_clears_or_waives_it() {
        assertThat(isOpenAfter()).isFalse();
        assertThat(isOpenAfter(raised(EVENING))).isTrue();
        assertThat(isOpenAfter(raised(EVENING), resolved(CODE, INVOICE.value())))
                .isFalse();
        assertThat(isOpenAfter(raised(EVENING), waived())).isFalse();
    }

    @Test
    void a_work_item_that_was_raised_again_is_open_again_whatever_else_is_said_of_it() {
        assertThat(isOpenAfter(raised(EVENING), waived(), raised(EVENING))).isTrue();
        assertThat(isOpenAfter(raised(EVENING), staged())).isTrue();
        assertThat(isOpenAfter(raised(EVENING), waived(), staged())).isFalse();
    }

    @Test
    void a_work_item_that_was_raised_later_was_not_open_then() {
        assertThat(isOpenAfter(raised(EVENING.plusSeconds(1)))).isFalse();
    }

    private boolean isOpenAfter(SpecificRecord... events) {
        var known = new KnownHistory().with(ITEM, events);
        return new CuredWork(sent, known, "process-invoice-settled").isOpen(CODE, INVOICE.value(), EVENING);
    }

    private ProcessUnderTest settling() {
        return new ProcessUnderTest(new WhenRefusedInvoiceIsSettledThenClose(sent, history));
    }

    private static ExceptionRaised raised(Instant at) {
        return ExceptionRaised.newBuilder()
                .setExceptionId(ITEM)
                .setOccurrence(1)
                .setCode(CODE)
                .setSubjectId(INVOICE.value())
                .setSentence("refused")
                .setOwnerRole("FINANCE_OPERATIONS")
                .setRaisedAt(at)
                .setDueAt(at)
                .build();
    }

    private static ExceptionWaived waived() {
        return ExceptionWaived.newBuilder()
                .setExceptionId(ITEM)
                .setOccurrence(1)
                .setReason("booked by hand")
                .setWaivedBy(LEAD)
                .setWaivedAt(EVENING)
                .build();
    }
}
