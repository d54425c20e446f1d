package io.fairlead.time;

import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.challenged;
import static io.fairlead.time.ChangeExamples.creditProposed;
import static io.fairlead.time.ChangeExamples.neverExisted;
import static io.fairlead.time.ChangeExamples.part;
import static io.fairlead.time.ChangeExamples.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.event.TimeChangeRefused;
import org.junit.jupiter.api.Test;

class WhenBilledTimeChangesThenRaiseTest {

    private static final String ENTRY = "time-entry:e-1";

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();
    private final ProcessUnderTest process = new ProcessUnderTest(new WhenBilledTimeChangesThenRaise(sent, history));

    @Test
    void case_14_a_doubted_approval_is_told_with_the_amount_at_stake() {
        process.on(challenged("600"));

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("BILLED_APPROVAL_WITHDRAWN");
            assertThat(raised.subjectId()).isEqualTo(ENTRY);
            assertThat(raised.stake()).isEqualTo(new Stake(wire("600"), "EUR"));
        });
    }

    @Test
    void case_3_a_proposed_credit_is_told_with_its_portions() {
        process.on(creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")));

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("BILLED_TIME_CORRECTED");
            assertThat(raised.sentence()).contains("7200 s", "portion 1", INVOICE.value());
            assertThat(raised.stake()).isEqualTo(new Stake(wire("300"), "EUR"));
        });
    }

    @Test
    void a_refused_change_is_told() {
        process.on(TimeChangeRefused.newBuilder()
                .setTimeEntryId(ENTRY)
                .setLegalEntityId("legal-entity:GMBH")
                .setChange("WITHDRAW")
                .setInvoiceId(INVOICE.value())
                .setReason("the invoice is approved")
                .build());

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("TIME_CHANGE_REFUSED");
    }

    @Test
    void the_credit_closes_what_was_told() {
        history.with(ENTRY, creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")));
        told("BILLED_TIME_CORRECTED");
        told("BILLED_APPROVAL_WITHDRAWN");
        process.on(neverExisted(2 * HOUR, "300", 6 * HOUR));
        process.on(withdrawn(2, 0, 0, "0"));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(
                        RaiseException.idOf("BILLED_TIME_CORRECTED", ENTRY),
                        RaiseException.idOf("BILLED_APPROVAL_WITHDRAWN", ENTRY));
    }

    @Test
    void a_doubt_is_over_once_the_time_is_approved_again() {
        told("BILLED_APPROVAL_WITHDRAWN");

        process.on(
                TimeEvents.confirmed(TimeExamples.approved(1, 8 * HOUR, WORK_DAY), TimeExamples.approve("idp|lead")));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId, ResolveException::resolution)
                .containsExactly(
                        tuple(RaiseException.idOf("BILLED_APPROVAL_WITHDRAWN", ENTRY), "approved again by idp|lead"));
    }

    @Test
    void a_correction_that_is_taken_back_closes_its_proposal() {
        told("BILLED_TIME_CORRECTED");

        process.on(creditProposed(8 * HOUR, "0"));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("BILLED_TIME_CORRECTED", ENTRY));
        assertThat(sent.of(RaiseException.class)).isEmpty();
    }

    @Test
    void a_change_that_an_invoice_refused_is_done_once_the_approval_is_withdrawn() {
        told("TIME_CHANGE_REFUSED");

        process.on(withdrawn(2, 0, 0, "0"));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("TIME_CHANGE_REFUSED", ENTRY));
    }

    @Test
    void a_credit_that_leaves_more_than_was_wanted_closes_nothing() {
        history.with(ENTRY, creditProposed(6 * HOUR, "300", part(INVOICE, 1, 2 * HOUR, "300")));
        told("BILLED_TIME_CORRECTED");

        process.on(neverExisted(HOUR, "150", 6 * HOUR + 1));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void nothing_is_closed_that_was_not_told() {
        process.on(withdrawn(2, 8 * HOUR, 8 * HOUR, "1200"));
        process.on(neverExisted(2 * HOUR, "300", 6 * HOUR));

        assertThat(sent.commands()).isEmpty();
    }

    private void told(String code) {
        var id = RaiseException.idOf(code, ENTRY).value();
        history.with(
                id,
                ExceptionRaised.newBuilder()
                        .setExceptionId(id)
                        .setOccurrence(1)
                        .setCode(code)
                        .setSubjectId(ENTRY)
                        .setSentence("credit it")
                        .setOwnerRole("FINANCE_OPERATIONS")
                        .setRaisedAt(io.fairlead.testing.Cast.NOON)
                        .setDueAt(io.fairlead.testing.Cast.EVENING)
                        .build());
    }
}
