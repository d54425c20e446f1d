package io.fairlead.simulation;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** A source: what is on no draft, and what each payer has of it or has lost of it. */
public final class SharedSource {

    private int seconds;
    private BigDecimal amount = BigDecimal.ZERO;
    private final Map<String, Integer> secondsOf = new HashMap<>();
    private final Map<String, BigDecimal> amountOf = new HashMap<>();
    private int claims;

    public void more(int time, BigDecimal worth) {
        seconds += time;
        amount = amount.add(worth);
    }

    public void has(String payer, int time, BigDecimal worth) {
        more(-time, worth.negate());
        secondsOf.merge(payer, time, Integer::sum);
        amountOf.merge(payer, worth, BigDecimal::add);
    }

    /** A draft of the payer gets a part. */
    public void claimed(String payer, int time, BigDecimal worth) {
        has(payer, time, worth);
        claims++;
    }

    /** Parts that drafts got so far. */
    public int claims() {
        return claims;
    }

    public BigDecimal of(String payer, boolean byTime) {
        return byTime
                ? BigDecimal.valueOf(secondsOf.getOrDefault(payer, 0))
                : amountOf.getOrDefault(payer, BigDecimal.ZERO);
    }

    public BigDecimal whole(boolean byTime) {
        return byTime
                ? BigDecimal.valueOf(seconds
                        + secondsOf.values().stream().mapToInt(each -> each).sum())
                : amountOf.values().stream().reduce(amount, BigDecimal::add);
    }

    /** Of each payer what it has less than its share, where that is more than a rounding of each part. */
    public Map<String, BigDecimal> lacking(Map<String, BigDecimal> payers) {
        boolean byTime = seconds > 0;
        var sign = BigDecimal.valueOf(byTime || amount.signum() >= 0 ? 1 : -1);
        var rounding =
                new BigDecimal(byTime ? "1" : "0.01").multiply(BigDecimal.valueOf((long) payers.size() * (claims + 1)));
        var lacking = new HashMap<String, BigDecimal>();
        payers.forEach((payer, share) -> {
            var lacks =
                    whole(byTime).multiply(share).subtract(of(payer, byTime)).multiply(sign);
            lacking.put(payer, lacks.compareTo(rounding) > 0 ? lacks : BigDecimal.ZERO);
        });
        return lacking;
    }
}
