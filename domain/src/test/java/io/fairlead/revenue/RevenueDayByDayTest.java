package io.fairlead.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.revenue.RevenueTerms.Agreed;
import io.fairlead.revenue.RevenueTerms.Change;
import io.fairlead.revenue.RevenueToDate.Earned;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Revenue to date of random terms, costs and changes, held against a reckoning that walks from day to day and knows nothing of
 * terms within terms: what was earned when the last prospective change came, and what is left from there.
 */
class RevenueDayByDayTest {

    private static final int SEEDS = 2_000;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 365;

    @Test
    void straight_line_is_what_the_days_add_up_to() {
        assertThat(LongStream.rangeClosed(1, SEEDS)).allSatisfy(seed -> {
            var story = new Story(seed, RevenueMethod.STRAIGHT_LINE);
            for (int day = 0; day <= DAYS + 20; day += 13) {
                assertThat(story.earned(day)).as("seed %d, day %d", seed, day).isEqualByComparingTo(story.byDays(day));
            }
        });
    }

    @Test
    void by_cost_it_is_what_each_day_spends_of_what_is_left() {
        assertThat(LongStream.rangeClosed(1, SEEDS)).allSatisfy(seed -> {
            var story = new Story(seed, RevenueMethod.PERCENT_COMPLETE);
            for (int day = 1; day <= DAYS + 20; day += 13) {
                assertThat(story.earned(day)).as("seed %d, day %d", seed, day).isEqualByComparingTo(story.byCost(day));
            }
        });
    }

    /** One obligation: what was agreed, in the order in which it was said, and what each day cost. */
    private static final class Story {

        private final SplittableRandom chance;
        private final RevenueMethod method;
        private final List<Change> said = new ArrayList<>();
        private final BigDecimal price;
        private final TreeMap<Integer, BigDecimal> costs = new TreeMap<>();
        private final TreeMap<Integer, BigDecimal> estimates = new TreeMap<>();

        Story(long seed, RevenueMethod method) {
            this.chance = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L);
            this.method = method;
            this.price = amount();
            for (int left = chance.nextInt(4); left > 0; left--) {
                said.add(new Change(FIRST.plusDays(day()), chance.nextBoolean(), new Agreed(amount(), end())));
            }
            estimates.put(-1, amount());
            for (int left = chance.nextInt(3); left > 0; left--) {
                estimates.put(day(), amount());
            }
            for (int left = chance.nextInt(8); left > 0; left--) {
                costs.merge(day(), amount().movePointLeft(1), BigDecimal::add);
            }
        }

        private int day() {
            return chance.nextInt(1, DAYS);
        }

        private static LocalDate end() {
            return FIRST.plusDays(DAYS);
        }

        private BigDecimal amount() {
            return BigDecimal.valueOf(chance.nextInt(1, 10_000_000), 2);
        }

        BigDecimal earned(int day) {
            var terms = RevenueTerms.of(method, price, FIRST, end(), "EUR");
            for (var change : said) {
                terms = terms.with(change);
            }
            var earlier = terms.keeping().stream()
                    .map(until -> known((int) ChronoUnit.DAYS.between(FIRST, until), List.of()))
                    .toList();
            return ((Earned) RevenueToDate.of(terms, known(day, earlier))).amount();
        }

        private RevenueInputs known(int day, List<RevenueInputs> earlier) {
            return method == RevenueMethod.STRAIGHT_LINE
                    ? new RevenueInputs(null, null, null, null, FIRST.plusDays(day), earlier)
                    : new RevenueInputs(cost(day), estimate(day), null, null, FIRST.plusDays(day), earlier);
        }

        /** Of days before it. */
        private BigDecimal cost(int day) {
            return costs.headMap(day).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        private BigDecimal estimate(int day) {
            return estimates.headMap(day).lastEntry().getValue();
        }

        /** What holds on a day: all that begin by then and that no later word for an earlier day has taken back. */
        private List<Change> heldOn(int day) {
            var held = new ArrayList<Change>();
            for (int i = 0; i < said.size(); i++) {
                var one = said.get(i);
                boolean takenBack = said.subList(i + 1, said.size()).stream()
                        .anyMatch(later -> later.on().isBefore(one.on()));
                if (!takenBack && !one.on().isAfter(FIRST.plusDays(day))) {
                    held.add(one);
                }
            }
            return held;
        }

        BigDecimal byDays(int until) {
            var kept = BigDecimal.ZERO;
            int from = 0;
            var earned = BigDecimal.ZERO;
            for (int day = 0; day < Math.min(until, DAYS); day++) {
                var held = heldOn(day);
                if (begins(held, day)) {
                    kept = earned;
                    from = day;
                }
                earned = kept.add(part(price(held).subtract(kept), day + 1 - from, DAYS - from));
            }
            return earned;
        }

        BigDecimal byCost(int until) {
            var kept = BigDecimal.ZERO;
            var keptCost = BigDecimal.ZERO;
            var earned = BigDecimal.ZERO;
            for (int day = 0; day < until; day++) {
                var held = heldOn(day);
                if (begins(held, day)) {
                    kept = earned;
                    keptCost = cost(day);
                }
                var left = estimate(day + 1).subtract(keptCost);
                var spent = cost(day + 1).subtract(keptCost);
                earned = left.signum() <= 0 || spent.compareTo(left) >= 0
                        ? price(held)
                        : kept.add(price(held).subtract(kept).multiply(spent).divide(left, 2, RoundingMode.HALF_UP));
            }
            return earned;
        }

        /** Whether a prospective change begins that day. */
        private static boolean begins(List<Change> held, int day) {
            return held.stream()
                    .anyMatch(change -> change.keeps() && change.on().equals(FIRST.plusDays(day)));
        }

        private BigDecimal price(List<Change> held) {
            var last = held.isEmpty() ? price : held.getLast().agreed().price();
            return last == null ? BigDecimal.ZERO : last;
        }

        private static BigDecimal part(BigDecimal amount, int days, int all) {
            return amount.multiply(BigDecimal.valueOf(days)).divide(BigDecimal.valueOf(all), 2, RoundingMode.HALF_UP);
        }
    }
}
