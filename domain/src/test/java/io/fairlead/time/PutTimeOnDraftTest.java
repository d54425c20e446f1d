package io.fairlead.time;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static io.fairlead.time.ChangeExamples.HOUR;
import static io.fairlead.time.ChangeExamples.changed;
import static io.fairlead.time.ChangeExamples.writtenOff;
import static io.fairlead.time.TimeExamples.EIGHT_HOURS;
import static io.fairlead.time.TimeExamples.approved;
import static io.fairlead.time.TimeExamples.billed;
import static io.fairlead.time.TimeExamples.drafted;
import static io.fairlead.time.TimeExamples.priced;
import static io.fairlead.time.TimeExamples.putOn;
import static io.fairlead.time.TimeExamples.recorded;
import static io.fairlead.time.TimeExamples.submitted;
import static io.fairlead.time.TimeExamples.takenOff;
import static io.fairlead.time.TimeExamples.unbilled;

import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.shared.Portion;
import io.fairlead.shared.Portion.SharedWhole;
import io.fairlead.time.event.TimePutOnDraft;
import java.util.List;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PutTimeOnDraftTest {

    private final FixtureConfiguration<TimeEntry> entry = TimeExamples.entries();

    @Test
    void unbilled_time_is_claimed_whole() {
        entry.given(unbilled()).when(putOn(INVOICE)).expectEvents(drafted());
    }

    @Test
    void time_let_go_is_claimed_again() {
        entry.given(unbilled())
                .andGiven(drafted(), takenOff())
                .when(putOn(INVOICE))
                .expectEvents(drafted());
    }

    @Test
    void the_same_draft_again_changes_nothing() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void the_draft_that_billed_it_has_it_already() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(putOn(INVOICE))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_draft_does_not_get_it() {
        entry.given(unbilled())
                .andGiven(drafted())
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void billed_time_is_never_drafted_again() {
        entry.given(unbilled())
                .andGiven(drafted(), billed())
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void time_without_a_price_is_not_drafted() {
        entry.given(recorded(EIGHT_HOURS), submitted(1), approved(1, EIGHT_HOURS, WORK_DAY))
                .when(putOn(INVOICE))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void a_portion_is_claimed_and_the_rest_stays_unbilled() {
        entry.given(unbilled())
                .when(ChangeExamples.putOn(INVOICE, 1, HOUR, "150"))
                .expectEvents(ChangeExamples.drafted(INVOICE, 1, HOUR, "150"));
        entry.given(unbilled())
                .andGiven(ChangeExamples.drafted(INVOICE, 1, HOUR, "150"))
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, 7 * HOUR, "1050"))
                .expectEvents(ChangeExamples.drafted(OTHER_INVOICE, 2, 7 * HOUR, "1050"));
    }

    @Test
    void the_same_portion_again_changes_nothing() {
        entry.given(unbilled())
                .andGiven(ChangeExamples.drafted(INVOICE, 1, HOUR, "150"))
                .when(ChangeExamples.putOn(INVOICE, 1, HOUR, "150"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"2, 25201, 1050", "2, 25200, 1050.01", "2, 25200, 1049.99", "2, 3600, -1", "1, 3600, 150", "2, 0, 0"})
    void no_more_is_claimed_than_is_left_and_no_number_twice(int portionNo, int seconds, String amount) {
        entry.given(unbilled())
                .andGiven(ChangeExamples.drafted(INVOICE, 1, HOUR, "150"))
                .when(ChangeExamples.putOn(OTHER_INVOICE, portionNo, seconds, amount))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    @Test
    void a_price_of_nothing_is_claimed_too() {
        entry.given(recorded(HOUR), submitted(1), approved(1, HOUR, WORK_DAY), priced(HOUR, "0", "0.00"))
                .when(ChangeExamples.putOn(INVOICE, 1, HOUR, "0"))
                .expectEvents(ChangeExamples.drafted(INVOICE, 1, HOUR, "0"));
    }

    @Test
    void time_that_is_about_to_change_or_in_doubt_is_not_drafted() {
        entry.given(unbilled())
                .andGiven(ChangeExamples.drafted(INVOICE, 1, HOUR, "150"), ChangeExamples.withdrawalRequested())
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
        entry.given(unbilled())
                .andGiven(
                        ChangeExamples.drafted(INVOICE, 1, HOUR, "150"),
                        ChangeExamples.billed(INVOICE, 1, HOUR, "150"),
                        ChangeExamples.challenged("150"))
                .when(ChangeExamples.putOn(OTHER_INVOICE, 2, HOUR, "150"))
                .expectException(refusal("T-07"))
                .expectNoEvents();
    }

    /** Two payers have half of it each; a correction comes between their claims, or before them. */
    @Test
    void a_share_of_what_changed_since_it_was_parted_between_payers_is_not_granted_whoever_asks_first() {
        entry.given(unbilled()).when(share(INVOICE, 1, 4 * HOUR, "600")).expectEvents(half(INVOICE, 1));
        entry.given(unbilled())
                .andGiven(half(INVOICE, 1))
                .when(share(OTHER_INVOICE, 2, 4 * HOUR, "600"))
                .expectEvents(half(OTHER_INVOICE, 2));
        entry.given(unbilled())
                .andGiven(half(INVOICE, 1))
                .when(share(INVOICE, 1, 4 * HOUR, "600"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        for (var change : List.of(
                changed(2, 7 * HOUR, -HOUR, "-150"), changed(2, 9 * HOUR, HOUR, "150"), writtenOff(HOUR, "150"))) {
            entry.given(unbilled())
                    .andGiven(change)
                    .when(share(INVOICE, 1, 4 * HOUR, "600"))
                    .expectException(refusal("T-07"))
                    .expectNoEvents();
            entry.given(unbilled())
                    .andGiven(half(INVOICE, 1), change)
                    .when(share(OTHER_INVOICE, 2, 3 * HOUR, "450"))
                    .expectException(refusal("T-07"))
                    .expectNoEvents();
        }
    }

    private static TimePutOnDraft half(InvoiceId draft, int portionNo) {
        return ChangeExamples.drafted(draft, portionNo, 4 * HOUR, "600");
    }

    private static PutTimeOnDraft share(InvoiceId draft, int portionNo, int seconds, String amount) {
        var whole = new SharedWhole(EIGHT_HOURS, wire("1200"), List.of(INVOICE.value(), OTHER_INVOICE.value()));
        return new PutTimeOnDraft(ENTRY, draft, new Portion(portionNo, seconds, wire(amount), whole));
    }
}
