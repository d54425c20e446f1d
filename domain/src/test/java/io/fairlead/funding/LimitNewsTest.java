package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.consume;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.events;
import static io.fairlead.funding.FundingExamples.open;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.Stake;
import io.fairlead.funding.OpenFunding.Policy;
import io.fairlead.funding.event.FundingThresholdLeft;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsBilledBeyondLimit;
import io.fairlead.funding.event.FundsBilledWithinLimit;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One message for each thing that people should hear of a limit, which closes by itself once it is over. */
class LimitNewsTest {

    private static final Object[] BILLED_BEYOND = {
        capped("800"), ask(1, "800"), draft(null, "1=800.00"), capped("500"), consume(null, "1=800.00")
    };

    private final SentCommands sent = new SentCommands();
    private final ProcessUnderTest raise = new ProcessUnderTest(new WhenFundsRunShortThenRaise(sent));

    /** Case 33. */
    @Test
    void work_that_crosses_all_thresholds_is_one_message_of_the_highest() {
        events(FundingThresholdReached.class, capped("100"), ask(1, "100")).forEach(raise::on);

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::subjectId)
                .containsExactly("contract:K-1/line-1/100");
    }

    @Test
    void what_is_nearly_used_says_how_much_is_left_in_money() {
        events(FundingThresholdReached.class, capped("100"), ask(1, "85")).forEach(raise::on);

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.sentence())
                    .isEqualTo("80 % of the limit line-1 of contract:K-1 are used: 85 of 100 EUR."
                            + " Agree on more in time.");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("15"), "EUR"));
        });
    }

    @Test
    void of_hours_it_says_hours_and_no_money_is_at_stake() {
        var cap = new FundCap(FundCap.Unit.HOURS, FundCap.Per.TERM, false, WORK_DAY);
        var work = new ReserveFunds(
                FUNDING, entry(1), 1, ACME, PROJECT, WORK_DAY, NOON, true, wire("1800"), 64_800, "EUR");
        events(FundingThresholdReached.class, open(Policy.SPLIT, FundLimit.cap(1, wire("20"), cap)), work)
                .forEach(raise::on);

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.sentence()).contains("are used: 18 of 20 h. Agree on more in time.");
            assertThat(raised.stake()).isNull();
        });
    }

    @Test
    void of_a_limit_of_nothing_nothing_is_used_up() {
        assertThat(events(FundingThresholdReached.class, capped("0"), ask(1, "10")))
                .isEmpty();
    }

    @Test
    void a_higher_threshold_takes_the_place_of_the_one_before() {
        events(FundingThresholdReached.class, capped("100"), ask(1, "80"), ask(2, "9.99"), ask(3, "0.01"))
                .forEach(raise::on);

        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::subjectId)
                .containsExactly("contract:K-1/line-1/80", "contract:K-1/line-1/90");
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .contains(RaiseException.idOf("LIMIT_NEARLY_USED", "contract:K-1/line-1/80"))
                .last()
                .isNotEqualTo(RaiseException.idOf("LIMIT_NEARLY_USED", "contract:K-1/line-1/90"));
    }

    @Test
    void below_the_lowest_threshold_it_is_over() {
        var left = events(FundingThresholdLeft.class, capped("100"), ask(1, "90"), ask(1, "79.99"));
        left.forEach(raise::on);

        assertThat(left).extracting(FundingThresholdLeft::getPercent).containsExactly(90);
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .contains(RaiseException.idOf("LIMIT_NEARLY_USED", "contract:K-1/line-1/90"));
        assertThat(events(FundingThresholdLeft.class, capped("100"), ask(1, "90"), ask(1, "80")))
                .isEmpty();
    }

    @Test
    void a_higher_limit_tells_what_is_reached_of_it_or_that_it_is_over() {
        assertThat(events(FundingThresholdReached.class, capped("100"), ask(1, "100"), capped("110")))
                .extracting(FundingThresholdReached::getPercent)
                .containsExactly(100, 90);
        assertThat(events(FundingThresholdLeft.class, capped("100"), ask(1, "100"), capped("200")))
                .extracting(FundingThresholdLeft::getPercent)
                .containsExactly(100);
        assertThat(events(FundingThresholdLeft.class, capped("100"), ask(1, "100"), capped("200"), ask(2, "1")))
                .hasSize(1);
    }

    /** Case 31: 800 on a draft, the limit lowered to 500, then issued. */
    @Test
    void what_is_issued_above_a_lowered_limit_is_told_at_the_issue() {
        assertThat(events(FundsBilledBeyondLimit.class, Arrays.copyOf(BILLED_BEYOND, 4)))
                .isEmpty();
        events(FundsBilledBeyondLimit.class, BILLED_BEYOND).forEach(raise::on);

        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("LIMIT_BELOW_BILLED");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("300"), "EUR"));
            assertThat(raised.sentence()).startsWith("The limit line-1 of contract:K-1 is now 300 EUR below");
        });
    }

    @Test
    void it_is_over_when_the_limit_is_as_high_again() {
        var within = events(FundsBilledWithinLimit.class, with(BILLED_BEYOND, capped("799.99"), capped("800")));
        within.forEach(raise::on);

        assertThat(within).hasSize(1);
        assertThat(events(
                        FundsBilledWithinLimit.class,
                        with(BILLED_BEYOND, capped("800"), ask(2, "1"), ask(3, "1"), capped("801"))))
                .hasSize(1);
        assertThat(sent.of(ResolveException.class))
                .extracting(ResolveException::exceptionId)
                .containsExactly(RaiseException.idOf("LIMIT_BELOW_BILLED", "contract:K-1/line-1"));
    }

    @Test
    void it_is_over_when_the_difference_is_credited() {
        assertThat(events(FundsBilledWithinLimit.class, with(BILLED_BEYOND, restored("c-1", "299.99"))))
                .isEmpty();
        assertThat(events(
                        FundsBilledWithinLimit.class,
                        with(BILLED_BEYOND, restored("c-1", "299.99"), restored("c-2", "0.01"))))
                .hasSize(1);
    }

    /** What was billed first and is below the limit since it was lowered was told by the change, and is not told twice. */
    @Test
    void a_limit_lowered_below_what_is_billed_is_told_once_and_put_right_once() {
        var billed = new Object[] {
            capped("800"),
            ask(1, "800"),
            draft(null, "1=800.00"),
            consume(null, "1=800.00"),
            capped("500"),
            capped("900")
        };

        assertThat(events(FundsBilledBeyondLimit.class, billed)).isEmpty();
        assertThat(events(FundsBilledWithinLimit.class, billed)).hasSize(1);
    }

    private static RestoreFunds restored(String note, String amount) {
        return new RestoreFunds(FUNDING, "credit-note:" + note, null, FundingExamples.portions("1=" + amount));
    }

    private static Object[] with(Object[] commands, Object... more) {
        return Stream.concat(List.of(commands).stream(), List.of(more).stream()).toArray();
    }
}
