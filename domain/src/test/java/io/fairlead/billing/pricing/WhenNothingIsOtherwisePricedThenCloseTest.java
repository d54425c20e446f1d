package io.fairlead.billing.pricing;

import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.FOUND;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.entry;
import static io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.found;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.WhenRateChangedThenRepriceTest.Affected;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Rate;
import io.fairlead.testing.AnyEvent;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeTakenOffDraft;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a late rate proposed for an entry, as long as a part of it stands at the former price. */
class WhenNothingIsOtherwisePricedThenCloseTest {

    private static final String SIX = "time-entry:six";
    private static final String ON_DRAFT = "RATE_CHANGED_ON_DRAFT";
    private static final String AFTER_BILLING = "RATE_CHANGED_AFTER_BILLING";

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();

    @ParameterizedTest
    @ValueSource(
            classes = {
                TimeReopened.class,
                TimeTakenOffDraft.class,
                TimeCorrectedAfterBilling.class,
                TimeWrittenOff.class,
                TimeBilled.class
            })
    void a_proposal_closes_when_nothing_of_the_entry_stands_at_another_price(Class<? extends SpecificRecord> what) {
        told(ON_DRAFT);

        process().on(of(what));

        assertThat(sent.of(ResolveException.class)).singleElement().satisfies(closed -> {
            assertThat(closed.exceptionId()).isEqualTo(RaiseException.idOf(ON_DRAFT, SIX));
            assertThat(closed.resolution()).isEqualTo("nothing stands at another price");
            assertThat(closed.resolvedBy()).isEqualTo("fairlead|process-settle-rate-proposals");
        });
        assertThat(sent.keys()).containsExactly("cured/" + ON_DRAFT + "/" + ProcessUnderTest.EVENT_ID);
    }

    @Test
    void a_proposal_stays_as_long_as_a_part_of_its_kind_stands_at_another_price() {
        told(ON_DRAFT);
        told(AFTER_BILLING);

        process(entry("six", FOUND, Standing.DRAFTED, 21_600, "900.00")).on(of(TimeReopened.class));

        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf(AFTER_BILLING, SIX));
    }

    @Test
    void a_part_that_comes_to_the_same_at_the_price_of_today_proposes_nothing() {
        told(ON_DRAFT);
        var sameDay = found(new Rate(wire("1200"), FOUND.row().rate().currency(), 28_800), "DAY");

        process(entry("six", sameDay, Standing.DRAFTED, 21_600, "900.00")).on(of(TimeTakenOffDraft.class));

        assertThat(sent.of(ResolveException.class)).hasSize(1);
    }

    @Test
    void of_an_entry_that_nothing_was_proposed_for_nothing_closes() {
        process().on(of(TimeWrittenOff.class));

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_draft_that_was_issued_as_it_was_is_proposed_as_an_invoice_to_credit_instead() {
        told(ON_DRAFT);

        process(entry("six", FOUND, Standing.INVOICED, 36_000, "1500.00")).on(of(TimeBilled.class));

        assertThat(sent.commands()).hasExactlyElementsOfTypes(RaiseException.class, ResolveException.class);
        var raised = sent.of(RaiseException.class).getFirst();
        assertThat(raised.code()).isEqualTo(AFTER_BILLING);
        assertThat(raised.subjectId()).isEqualTo(SIX);
        assertThat(raised.stake()).isEqualTo(new Stake(wire("150"), "EUR"));
        assertThat(raised.sentence())
                .isEqualTo("time-entry:six was billed for EUR 1500.00; at the rate of 165 now it comes to EUR 1650.00,"
                        + " a difference of EUR 150.00. Credit and rebill it, or leave it as billed.");
        assertThat(sent.of(ResolveException.class).getFirst().exceptionId())
                .isEqualTo(RaiseException.idOf(ON_DRAFT, SIX));
    }

    @Test
    void time_billed_at_another_price_of_which_nobody_waits_proposes_nothing() {
        told(ON_DRAFT);
        history.with(RaiseException.idOf(ON_DRAFT, SIX).value(), AnyEvent.of(ExceptionResolved.class));

        process(entry("six", FOUND, Standing.INVOICED, 36_000, "1500.00")).on(of(TimeBilled.class));

        assertThat(sent.commands()).isEmpty();
    }

    private void told(String code) {
        history.with(RaiseException.idOf(code, SIX).value(), AnyEvent.of(ExceptionRaised.class));
    }

    private static SpecificRecord of(Class<? extends SpecificRecord> what) {
        return AnyEvent.of(what, "timeEntryId", SIX);
    }

    private ProcessUnderTest process(Repricing... now) {
        return new ProcessUnderTest(new WhenNothingIsOtherwisePricedThenClose(
                new Affected(List.of(now), new ArrayList<>()), sent, history));
    }
}
