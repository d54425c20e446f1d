package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.pricing.PricedWorkLookup;
import io.fairlead.billing.pricing.PricedWorkLookup.PricedWork;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownWork;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.FixTimeAmount;
import io.fairlead.time.TimeEntryId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Case 10 of the worked cases before the claims of a run, and prices at the invoice date (R2, R13). */
class DraftAmountsTest {

    private static final Rate RATE = Rate.hourly(wire("133.33"), "EUR");

    private final SentCommands sent = new SentCommands();
    private final List<PricedWork> work = new ArrayList<>();
    /** What the run takes; null means all. */
    private @Nullable List<BillableSource> proposed;

    private int catchUps;
    private Optional<ExchangeRate> ofInvoiceDate = Optional.empty();

    @Test
    void case_10_three_thirds_of_an_hour_share_their_line() {
        work.add(entry("a", 1, 1_200, RATE, "44.44"));
        work.add(entry("b", 1, 1_200, RATE, "44.44"));
        work.add(entry("c", 1, 1_200, RATE, "44.44"));

        assertThat(DraftAmounts.shares(work, Map.of()).values())
                .containsExactly(new BigDecimal("44.45"), new BigDecimal("44.44"), new BigDecimal("44.44"));
        assertThat(fix()).isEmpty();
        assertThat(sent.of(FixTimeAmount.class)).singleElement().satisfies(fixed -> {
            assertThat(fixed.timeEntryId()).isEqualTo(TimeEntryId.of("a"));
            assertThat(fixed.share()).isEqualTo(wire("44.45"));
            assertThat(fixed.fx()).isNull();
            assertThat(fixed.reason()).contains("PER_LINE");
        });
        assertThat(sent.keys()).containsExactly("fix/time-entry:a/billing-run:run-1");
        assertThat(catchUps).isEqualTo(1);
    }

    @Test
    void shares_that_are_so_already_change_nothing() {
        work.add(entry("a", 1, 1_200, RATE, "44.45"));
        work.add(entry("b", 1, 1_200, RATE, "44.44"));
        work.add(entry("c", 1, 1_200, RATE, "44.44"));

        assertThat(fix()).isEmpty();
        assertThat(sent.commands()).isEmpty();
        assertThat(catchUps).isZero();
    }

    @Test
    void other_lines_and_prices_are_summed_up_apart() {
        work.add(entry("a", 1, 1_200, RATE, "44.44"));
        work.add(entry("b", 2, 1_200, RATE, "44.44"));
        work.add(entry("c", 1, 1_200, Rate.hourly(wire("100"), "EUR"), "33.33"));

        assertThat(fix()).isEmpty();
        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void shares_are_parts_of_the_whole_whatever_their_lengths() {
        int[] seconds = {1, 59, 1_199, 3_601, 7_777, 26_999};
        for (int i = 0; i < seconds.length; i++) {
            work.add(entry("e" + i, 1, seconds[i], RATE, "0"));
        }
        var sum = DraftAmounts.shares(work, Map.of()).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualTo(RATE.times(IntStream.of(seconds).sum()).getAmount());
    }

    @Test
    void a_contract_priced_at_the_invoice_date_takes_its_rate() {
        ofInvoiceDate = Optional.of(dollars("1.12"));
        work.add(abroad());

        assertThat(fix()).isEmpty();
        assertThat(sent.of(FixTimeAmount.class)).singleElement().satisfies(fixed -> {
            assertThat(fixed.fx()).isEqualTo(dollars("1.12"));
            assertThat(fixed.share()).isNull();
            assertThat(fixed.reason()).contains("exchange rate of the invoice date");
        });
    }

    @Test
    void without_the_invoice_dates_rate_the_contract_waits() {
        work.add(abroad());

        assertThat(fix()).containsExactly("contract:K-1");
        assertThat(sent.of(FixTimeAmount.class)).isEmpty();
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("FX_RATE_MISSING");
    }

    @Test
    void a_contract_of_which_one_exchange_rate_is_missing_waits_whole() {
        ofInvoiceDate = Optional.of(dollars("1.12"));
        work.add(abroad());
        work.add(new PricedWork(
                "time-entry:e-2",
                1,
                "contract:K-1",
                1,
                "project:P-1",
                "person:ana",
                false,
                true,
                36_000,
                Rate.hourly(wire("100"), "CHF")
                        .with(new ExchangeRate("CHF", "USD", new BigDecimal("1.05"), WORK_DAY, "ECB")),
                wire("1050")));

        assertThat(fix()).containsExactly("contract:K-1");
        assertThat(sent.of(FixTimeAmount.class)).isEmpty();
    }

    /** What it has not claimed yet is only a part of a line, of which no shares can be told. */
    @Test
    void an_interrupted_attempt_fixed_its_shares_and_only_a_rate_that_moved_is_taken_again() {
        ofInvoiceDate = Optional.of(dollars("1.12"));
        work.add(entry("a", 1, 1_200, RATE, "44.44"));
        work.add(entry("b", 1, 1_200, RATE, "44.44"));
        work.add(entry("c", 1, 1_200, RATE, "44.44"));
        work.add(abroad());

        assertThat(fix("contract:K-1")).isEmpty();
        assertThat(sent.of(FixTimeAmount.class))
                .extracting(FixTimeAmount::timeEntryId)
                .containsExactly(TimeEntryId.of("e-1"));
    }

    /** At 4,563.02 JPY a day, 25,200 s are 3,993 alone and 3,992 on one line with 27,000 s, which are 4,278 in both. */
    @Test
    void what_a_limit_holds_stands_on_no_line_and_has_no_share() {
        twoOfOneLine();
        proposed = List.of(funded("a", "PO-1", "3992"), funded("b", "PO-1", "0"));

        assertThat(fix()).isEmpty();
        assertThat(shared()).containsExactly("a 3993");
    }

    @Test
    void what_a_limit_lets_through_in_part_stands_on_the_line() {
        twoOfOneLine();
        proposed = List.of(funded("a", "PO-1", "3992"), funded("b", "PO-1", "1"));

        assertThat(fix()).isEmpty();
        assertThat(shared()).isEmpty();
    }

    @Test
    void what_is_held_or_deferred_stands_on_no_line() {
        twoOfOneLine();
        proposed = List.of(funded("a", "PO-1", "3992"));
        assertThat(fix()).isEmpty();
        assertThat(shared()).containsExactly("a 3993");
    }

    @Test
    void each_purchase_order_has_a_line_of_its_own() {
        twoOfOneLine();
        proposed = List.of(funded("a", "PO-1", "3992"), funded("b", "PO-2", "4278"));

        assertThat(fix()).isEmpty();
        assertThat(shared()).containsExactly("a 3993");
    }

    @Test
    void entries_of_the_same_orders_share_their_line() {
        twoOfOneLine();
        proposed = List.of(
                funded("a", "PO-1", "3991"),
                funded("a", "PO-2", "1"),
                funded("b", "PO-1", "1"),
                funded("b", "PO-2", "4277"));

        assertThat(fix()).isEmpty();
        assertThat(shared()).isEmpty();
    }

    @Test
    void a_contract_of_which_the_run_takes_nothing_waits_for_no_exchange_rate() {
        work.add(abroad());
        proposed = List.of();

        assertThat(fix()).isEmpty();
        assertThat(sent.commands()).isEmpty();
    }

    private void twoOfOneLine() {
        var rate = new Rate(wire("4563.02"), CurrencyUnit.of("JPY"), 28_800);
        work.add(entry("a", 1, 25_200, rate, "3992"));
        work.add(entry("b", 1, 27_000, rate, "4278"));
    }

    private static BillableSource funded(String id, String order, String amount) {
        return WorkExample.of("time-entry:" + id)
                .ready("4278")
                .granted(order, amount)
                .source();
    }

    private List<String> shared() {
        return sent.of(FixTimeAmount.class).stream()
                .map(fixed -> fixed.timeEntryId().value().substring("time-entry:".length()) + " "
                        + Objects.requireNonNull(fixed.share())
                                .stripTrailingZeros()
                                .toPlainString())
                .toList();
    }

    private List<BillableSource> taken() {
        return Objects.requireNonNullElseGet(proposed, () -> work.stream()
                .map(entry -> WorkExample.of(entry.timeEntryId()).source())
                .toList());
    }

    private Set<String> fix(String... planned) {
        var amounts = new DraftAmounts(
                new PricedWorkLookup() {
                    @Override
                    public List<PricedWork> toFix(BillingRunStarted run) {
                        return work;
                    }

                    @Override
                    public void catchUp() {
                        catchUps++;
                    }
                },
                KnownWork.ready(taken()),
                this::on,
                sent);
        return amounts.fix(runStarted(null), Set.of(planned), EVENING, ProcessUnderTest.EVENT_ID);
    }

    private Optional<ExchangeRate> on(String one, String other, LocalDate day) {
        return one.equals("EUR") && other.equals("USD") && day.equals(ISSUE_DAY) ? ofInvoiceDate : Optional.empty();
    }

    private static PricedWork abroad() {
        return new PricedWork(
                "time-entry:e-1",
                1,
                "contract:K-1",
                1,
                "project:P-1",
                "person:ana",
                false,
                true,
                36_000,
                Rate.hourly(wire("100"), "EUR").with(dollars("1.10")),
                wire("1100"));
    }

    private static PricedWork entry(String id, int line, int seconds, Rate rate, String amount) {
        return new PricedWork(
                "time-entry:" + id,
                1,
                "contract:K-1",
                line,
                "project:P-1",
                "person:ana",
                true,
                false,
                seconds,
                rate,
                wire(amount));
    }

    private static ExchangeRate dollars(String rate) {
        return new ExchangeRate("EUR", "USD", new BigDecimal(rate), WORK_DAY, "ECB");
    }
}
