package io.fairlead.contract;

import static io.fairlead.contract.KnownPrices.AFTER;
import static io.fairlead.contract.KnownPrices.FIRST;
import static io.fairlead.contract.KnownPrices.rate;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.PricingFacts.DaySoFar;
import io.fairlead.contract.PricingFacts.Terms;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.Rate;
import io.fairlead.shared.TimeRounding;
import io.fairlead.shared.TimeRounding.Mode;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Ana's time is priced with: method, term, row (R1), rounding (R2), currency (R13) and open day (R14). */
class TimePricingTest {

    private static final int TEN_MINUTES = 600;

    private final KnownPrices facts = new KnownPrices();

    @Test
    void the_row_of_the_cards_is_the_price() {
        facts.with("r1", "project:P-1", "150", "EUR").with("r2", "legal-entity:GMBH", "140", "EUR");

        assertThat(found().row().rateId()).isEqualTo("r1");
        assertThat(found().row().rate()).isEqualTo(Rate.hourly(wire("150"), "EUR"));
        assertThat(found().level()).isEqualTo(RateLevel.PROJECT_ROLE);
        assertThat(found().billed()).isEqualTo(BilledTime.AS_WORKED);
    }

    @Test
    void the_cards_are_asked_for_all_that_a_row_may_name() {
        facts.terms = new Terms("rate-card:own", "EUR", FIRST, AFTER, TimeRounding.NONE);
        var design = TimeApproved.newBuilder(approved(WORK_DAY))
                .setWorkType("DESIGN")
                .build();
        var _ = TimePricing.byCards(design, facts);

        assertThat(facts.questions)
                .containsExactly(new RateQuestion(
                        "contract:K-1",
                        1,
                        "rate-card:own",
                        "project:P-1",
                        "customer:ACME",
                        "legal-entity:GMBH",
                        "person:ana",
                        "Consultant",
                        "DESIGN",
                        "EUR",
                        WORK_DAY));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME_AND_MATERIALS, BILLABLE, true",
        "NOT_TO_EXCEED, BILLABLE, true",
        "RETAINER, BILLABLE, true",
        "FIXED_FEE, BILLABLE, false",
        "MILESTONE, BILLABLE, false",
        "PERCENT_COMPLETE, BILLABLE, false",
        "UNITS, BILLABLE, false",
        ", BILLABLE, false",
        "TIME_AND_MATERIALS, CREDITED, false",
        "TIME_AND_MATERIALS, NON_BILLABLE, false"
    })
    void only_billable_time_on_a_line_by_entry_has_a_price(String method, String timeClass, boolean priced) {
        facts.with("r1", "project:P-1", "150", "EUR").method = method;
        var time = TimeApproved.newBuilder(approved(WORK_DAY))
                .setTimeClass(timeClass)
                .build();

        assertThat(TimePricing.byCards(time, facts)).isInstanceOf(priced ? RateFound.class : NotBilledByTime.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02-28, 2026-04-01, false",
        "2026-03-01, 2026-04-01, true", // The first day
        "2026-03-31, 2026-04-01, true", // and the last one,
        "2026-04-01, 2026-04-01, false", // not the day after it.
        "2026-04-01, , true",
        "2026-02-28, , false"
    })
    void the_term_begins_with_its_first_day_and_ends_before_its_end(LocalDate day, LocalDate to, boolean within) {
        facts.with("r1", "project:P-1", "150", "EUR").terms = new Terms(null, "EUR", FIRST, to, TimeRounding.NONE);

        assertThat(TimePricing.byCards(approved(day), facts) instanceof RateFound)
                .isEqualTo(within);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"2026-04-01;  and ends before 2026-04-01", ";''"})
    void outside_the_term_the_sentence_names_it(LocalDate to, String end) {
        facts.terms = new Terms(null, "EUR", FIRST, to, TimeRounding.NONE);

        assertThat(TimePricing.byCards(approved(FIRST.minusDays(1)), facts))
                .isEqualTo(new RateMissing(
                        "OUTSIDE_TERM",
                        "Time on 2026-02-28 is outside the term of contract:K-1, which begins on 2026-03-01"
                                + (to == null ? "" : " " + end) + ". Move the time or write it off."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"contract", "person"})
    void what_is_not_known_yet_is_a_miss(String unknown) {
        facts.with("r1", "project:P-1", "150", "EUR");
        if (unknown.equals("contract")) {
            facts.terms = null;
        } else {
            facts.role = null;
        }

        assertThat(price())
                .isEqualTo(
                        new RateMissing("RATE_MISSING", "The contract or the person of this time is not known yet."));
    }

    @Test
    void no_row_is_a_miss_and_never_a_price_of_zero() {
        assertThat(price())
                .isEqualTo(new RateMissing(
                        "RATE_MISSING",
                        "No rate for person:ana as Consultant on 2026-03-10 for project:P-1 of customer:ACME."
                                + " Set a rate, then resolve this item."));
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, false, 600", // As worked,
        "UP, false, 900", // each entry by itself,
        "UP, true, 300", // or the day: 1,500 s and 600 s are 2,100 s, which is 2,700 s, and 2,400 s are billed.
        "NEAREST, true, 0", // 2,100 s are 1,800 s to the nearest, which are billed already.
        "NONE, true, 600"
    })
    void time_is_rounded_as_agreed(Mode mode, boolean perDay, int billed) {
        var policy = new TimeRounding(mode, 15, perDay);
        facts.with("r1", "project:P-1", "150", "EUR").terms = new Terms(null, "EUR", FIRST, AFTER, policy);
        facts.day = new DaySoFar(1_500, 2_400);

        assertThat(found().billed().policy()).isEqualTo(policy);
        assertThat(found().billed().of(TEN_MINUTES)).isEqualTo(billed);
        boolean asksTheDay = perDay && mode != Mode.NONE;
        assertThat(found().billed().othersWorked()).isEqualTo(asksTheDay ? 1_500 : 0);
        assertThat(found().billed().othersBilled()).isEqualTo(asksTheDay ? 2_400 : 0);
    }

    @ParameterizedTest
    @CsvSource({"EUR, USD, 1.25, EUR 96.00", "USD, EUR, 1.25, EUR 150.00"})
    void a_row_in_another_currency_is_converted_whichever_way_its_rate_is_published(
            String base, String quote, String rate, String anHour) {
        facts.with("r1", "project:P-1", "120", "USD").exchanging(base, quote, rate).terms =
                new Terms(null, "EUR", FIRST, AFTER, new TimeRounding(Mode.UP, 15, false));

        assertThat(found().row().rate().fx()).isEqualTo(rate(base, quote, rate));
        assertThat(found().row().rate().times(3_600)).isEqualTo(Money.parse(anHour));
        assertThat(found().level()).isEqualTo(RateLevel.PROJECT_ROLE);
        assertThat(found().billed().of(TEN_MINUTES)).isEqualTo(900);
    }

    @Test
    void a_row_in_the_contracts_currency_takes_no_exchange_rate() {
        facts.with("r1", "project:P-1", "120", "EUR").exchanging("EUR", "USD", "1.25");

        assertThat(found().row().rate().fx()).isNull();
    }

    @Test
    void without_an_exchange_rate_there_is_no_price() {
        facts.with("r1", "project:P-1", "120", "USD").exchanging("USD", "CHF", "0.9");

        assertThat(price())
                .isEqualTo(new RateMissing(
                        "FX_RATE_MISSING",
                        "No exchange rate between USD and EUR holds on 2026-03-10. Set one, then resolve this item."));
    }

    @Test
    void a_closed_day_has_a_price_as_long_as_a_later_one_is_open() {
        facts.with("r1", "project:P-1", "150", "EUR");

        assertThat(pricing(_ -> day -> Optional.of(day.plusDays(1))).price(approved(WORK_DAY)))
                .isInstanceOf(RateFound.class);
    }

    @Test
    void no_open_day_is_a_miss_whatever_else_is_missing() {
        var closed = new RateMissing(
                "PERIOD_CLOSED",
                "No day of the books of legal-entity:GMBH is open for work of 2026-03-10."
                        + " Reopen the last period, then resolve this item.");
        facts.method = null;

        assertThat(pricing(_ -> _ -> Optional.empty()).price(approved(WORK_DAY)))
                .isEqualTo(closed);
    }

    @Test
    void what_the_cards_say_of_priced_time_needs_no_open_day() {
        facts.with("r1", "project:P-1", "150", "EUR");

        assertThat(TimePricing.byCards(approved(WORK_DAY), facts)).isInstanceOf(RateFound.class);
    }

    private RateAnswer price() {
        return pricing(AccountingCalendar.ALWAYS_OPEN).price(approved(WORK_DAY));
    }

    private RateFound found() {
        return (RateFound) price();
    }

    private TimePricing pricing(AccountingCalendar books) {
        return new TimePricing(() -> facts, books);
    }

    private static TimeApproved approved(LocalDate day) {
        return TimeApproved.newBuilder()
                .setTimeEntryId("time-entry:e-1")
                .setVersion(1)
                .setPersonId("person:ana")
                .setProjectId("project:P-1")
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setWorkDate(day)
                .setSeconds(TEN_MINUTES)
                .setTimeClass("BILLABLE")
                .setApprovedBy(LEAD)
                .setSubmittedAt(NOON)
                .setApprovedAt(EVENING)
                .build();
    }
}
