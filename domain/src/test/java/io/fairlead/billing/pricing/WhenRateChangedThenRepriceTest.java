package io.fairlead.billing.pricing;

import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.pricing.Repricing.Part;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.RateLevel;
import io.fairlead.contract.RateRow;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.RepriceTime;
import io.fairlead.time.TimeEntryId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhenRateChangedThenRepriceTest {

    static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    static final RateFound FOUND = found(Rate.hourly(wire("165"), "EUR"), "HOUR");
    private static final RateSet SET = RateSet.newBuilder()
            .setRateCardId("rate-card:standard")
            .setRateId("r2")
            .setOwner("legal-entity:GMBH")
            .setRate(wire("165"))
            .setCurrency("EUR")
            .setUnit("HOUR")
            .setFrom(MARCH)
            .setReason("agreed late")
            .build();

    private static final RateEnded ENDED = RateEnded.newBuilder()
            .setRateCardId("rate-card:standard")
            .setRateId("r2")
            .setTo(MARCH)
            .setReason("replaced")
            .build();

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory();
    private final List<RateChange> asked = new ArrayList<>();

    @Test
    void case_2_unbilled_time_is_repriced_and_of_invoiced_time_a_person_is_told() {
        var unbilled = entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00");
        var invoiced = entry("ten", FOUND, Standing.INVOICED, 36_000, "1500.00");
        assertThat(unbilled.delta(Standing.UNBILLED)).contains(Money.parse("EUR 90.00"));
        assertThat(invoiced.delta(Standing.INVOICED)).contains(Money.parse("EUR 150.00"));

        process(unbilled, invoiced).on(SET);

        assertThat(sent.of(RepriceTime.class))
                .containsExactly(new RepriceTime(
                        new TimeEntryId("time-entry:six"),
                        "rate-card:standard",
                        "r2",
                        RateLevel.ENTITY_STANDARD,
                        FOUND.row().rate(),
                        "HOUR",
                        "agreed late"));
        assertThat(sent.of(RaiseException.class)).singleElement().satisfies(raised -> {
            assertThat(raised.code()).isEqualTo("RATE_CHANGED_AFTER_BILLING");
            assertThat(raised.subjectId()).isEqualTo("time-entry:ten");
            assertThat(raised.stake()).isEqualTo(new Stake(wire("150"), "EUR"));
        });
    }

    @Test
    void drafted_time_keeps_its_price_until_its_line_is_removed() {
        process(entry("six", FOUND, Standing.DRAFTED, 21_600, "900.00")).on(SET);

        assertThat(sent.of(RepriceTime.class)).isEmpty();
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("RATE_CHANGED_ON_DRAFT");
    }

    @Test
    void time_that_no_row_prices_any_more_keeps_its_price_and_is_told() {
        process(entry("six", new RateMissing("RATE_MISSING", "set a rate"), Standing.UNBILLED, 21_600, "900.00"))
                .on(SET);

        assertThat(sent.of(RepriceTime.class)).isEmpty();
        assertThat(sent.of(RaiseException.class))
                .extracting(RaiseException::code)
                .containsExactly("RATE_MISSING");
    }

    @Test
    void the_same_price_changes_nothing() {
        var same = found(Rate.hourly(wire("150"), "EUR"), "HOUR");

        assertThat(entry("six", same, Standing.UNBILLED, 21_600, "900.00").changes())
                .isFalse();
    }

    @Test
    void another_price_that_comes_to_the_same_cent_still_counts_for_what_is_corrected_later() {
        var instant = entry("one", FOUND, Standing.UNBILLED, 0, "0.00");

        assertThat(instant.changes()).isTrue();
    }

    /** A limit of 100.00 took 2,399 of 2,400 seconds' worth at 150.00. */
    @Test
    void a_part_that_a_limit_cut_off_between_two_seconds_keeps_its_price() {
        var same = found(Rate.hourly(wire("150"), "EUR"), "HOUR");

        assertThat(entry("cut", same, Standing.INVOICED, 2_399, "100.00").changes())
                .isFalse();
        assertThat(entry("cut", same, Standing.INVOICED, 2_399, "90.00").changes())
                .isTrue();
    }

    @Test
    void the_same_number_for_another_unit_is_another_price() {
        var perDay = new Rate(wire("150"), CurrencyUnit.EUR, 28_800);
        assertThat(entry("one", found(perDay, "DAY"), Standing.UNBILLED, 0, "0.00")
                        .changes())
                .isTrue();
    }

    @Test
    void a_rate_that_ends_reprices_by_what_holds_then_and_each_entry_once_by_its_key() {
        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(ENDED);

        assertThat(sent.of(RepriceTime.class)).extracting(RepriceTime::reason).containsExactly("replaced");
        assertThat(sent.keys()).containsExactly("reprice/time-entry:six/" + ProcessUnderTest.EVENT_ID);
    }

    /** The row ended on 10 February as agreed, then on 1 March, then on 20 February: other days changed their price each time. */
    @Test
    void an_end_that_moves_concerns_all_days_since_the_earliest_that_the_row_had() {
        var agreed = RateSet.newBuilder(SET)
                .setFrom(MARCH.minusMonths(2))
                .setTo(LocalDate.of(2026, 2, 10))
                .build();
        var other = RateSet.newBuilder(agreed)
                .setRateId("r1")
                .setTo(MARCH.minusMonths(1))
                .build();
        var last = RateEnded.newBuilder(ENDED).setTo(LocalDate.of(2026, 2, 20)).build();
        history.with("rate-card:standard", other, agreed, ENDED, last);

        process(entry("six", FOUND, Standing.UNBILLED, 21_600, "900.00")).on(last);

        assertThat(asked).containsExactly(new RateChange(FOUND.row(), LocalDate.of(2026, 2, 10), null));
        assertThat(sent.of(RepriceTime.class)).hasSize(1);
    }

    /** The open row ended on 1 March, then on 20 March; another row of the card ended in January and is not moved. */
    @Test
    void an_end_that_moves_later_concerns_the_days_since_the_row_s_own_first_end() {
        var other = RateEnded.newBuilder(ENDED)
                .setRateId("r1")
                .setTo(MARCH.minusMonths(2))
                .build();
        var last = RateEnded.newBuilder(ENDED).setTo(MARCH.plusDays(19)).build();
        history.with("rate-card:standard", SET, other, ENDED, last);

        process().on(last);

        assertThat(asked).containsExactly(new RateChange(FOUND.row(), MARCH, null));
    }

    static RateFound found(Rate rate, String unit) {
        var row = new RateRow(
                "rate-card:standard", "r2", "legal-entity:GMBH", null, null, null, null, rate, unit, MARCH, null, 9);
        return new RateFound(row, RateLevel.ENTITY_STANDARD);
    }

    static Repricing entry(String id, RateAnswer answer, Standing standing, int seconds, String amount) {
        var invoice = standing == Standing.UNBILLED ? null : "invoice:1";
        var part = new Part(standing, invoice, invoice == null ? 0 : 1, seconds, Money.parse("EUR " + amount));
        return new Repricing(
                "time-entry:" + id,
                "contract:K-1",
                "legal-entity:GMBH",
                LocalDate.of(2026, 3, 20),
                wire("150"),
                "EUR",
                3_600,
                answer,
                List.of(part));
    }

    private ProcessUnderTest process(Repricing... affected) {
        return new ProcessUnderTest(
                new WhenRateChangedThenReprice(new Affected(List.of(affected), asked), sent, history));
    }

    /** Work that any change concerns. */
    record Affected(List<Repricing> entries, List<RateChange> asked) implements RepricingLookup {

        @Override
        public Optional<RateChange> of(String rateCardId, String rateId, LocalDate from) {
            return Optional.of(new RateChange(FOUND.row(), from, null));
        }

        @Override
        public List<Repricing> affectedBy(RateChange change) {
            asked.add(change);
            return entries;
        }

        @Override
        public List<Repricing> ifItWere(RateChange change) {
            return entries;
        }

        @Override
        public List<FreedWork> freedIfItWere(RateChange change) {
            return List.of();
        }

        @Override
        public Optional<Repricing> of(@Nullable String timeEntryId) {
            return entries.stream().findFirst();
        }
    }
}
