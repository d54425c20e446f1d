package io.fairlead.simulation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** The chance of one history: every draw follows from the seed. Read by the simulator. */
final class Chance {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 20);
    private static final List<String> RATES = List.of("0", "133.33", "0.01", "99.9999", "150", "33.3333", "1000");

    private static final long BESIDES = 14_769_100_000L;

    private final SplittableRandom random;

    Chance(long seed) {
        this(new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L)); // Neighbouring seeds would begin alike.
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /**
     * Another chance of the same seed, whose draws leave those of the first as they are. Shifted so far that histories of known
     * faults are among those that it leaves alone.
     */
    static Chance besides(long seed) {
        return new Chance(new SplittableRandom((seed + BESIDES) * 0xBF58_476D_1CE4_E5B9L));
    }

    /** From..to, both included. */
    int between(int from, int to) {
        return random.nextInt(from, to + 1);
    }

    /** True once in that many times; never for 0. */
    boolean oneIn(int times) {
        return times > 0 && random.nextInt(times) == 0;
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** A day of the nine weeks that a history spans. */
    LocalDate day() {
        return FIRST_DAY.plusDays(between(0, 62));
    }

    /** A price with up to four decimals, at times 0 or one that makes thirds. */
    BigDecimal rate() {
        return oneIn(2) ? new BigDecimal(of(RATES)) : BigDecimal.valueOf(between(1, 4_000_000), between(0, 4));
    }

    /** Worked time in seconds, rarely a round number. */
    int seconds() {
        return oneIn(3) ? between(1, 40) * 900 : between(1, 86_400);
    }

    /** An amount above 0 that the currency can hold. */
    BigDecimal amount(int digits) {
        return BigDecimal.valueOf(between(1, 500_000), digits);
    }
}
