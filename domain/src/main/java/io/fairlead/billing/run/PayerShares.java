package io.fairlead.billing.run;

import io.fairlead.party.MergedCustomers;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.joda.money.CurrencyUnit;

/**
 * What each of several payers pays of entry after entry. A payer's sum to date is its share of the amounts to date, rounded
 * HALF_UP; the one who takes the residue has the rest of each entry, so that the parts always are the entry: 100.00 in three
 * is 33.33, 33.33 and 33.34. One instance serves one billing; not thread-safe. Read by the billing run.
 */
public final class PayerShares {

    private static final BigDecimal WHOLE = BigDecimal.ONE;
    private static final BigDecimal TOLERANCE = new BigDecimal("0.0001");

    private final List<Payer> payers;
    private final int digits;
    private final BigDecimal[] amounts;
    private final BigDecimal[] seconds;
    private BigDecimal amountToDate = BigDecimal.ZERO;
    private BigDecimal secondsToDate = BigDecimal.ZERO;

    /**
     * One who pays.
     *
     * @param payerId customer:<code>
     * @param share of the whole, above 0, at most 1
     * @param takesResidue whether what rounding leaves over is this one's; exactly one payer's is
     */
    public record Payer(String payerId, BigDecimal share, boolean takesResidue) {}

    /**
     * What one payer has of an entry.
     *
     * @param payerId customer:<code>
     * @param seconds of the entry; 0 for items
     * @param amount of the entry, at the currency's digits
     */
    public record Part(String payerId, int seconds, BigDecimal amount) {

        Part plus(Part other) {
            return new Part(payerId, seconds + other.seconds, amount.add(other.amount));
        }

        Part minus(Part other) {
            return new Part(payerId, seconds - other.seconds, amount.subtract(other.amount));
        }
    }

    /**
     * @param payers one takes the residue; the shares are 1 together, as near as four digits can be
     * @throws RuleViolated B-17 otherwise
     */
    public PayerShares(List<Payer> payers, String currency) {
        var sum = payers.stream().map(Payer::share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (payers.stream().filter(Payer::takesResidue).count() != 1
                || payers.stream().anyMatch(payer -> payer.share().signum() <= 0)
                || sum.subtract(WHOLE).abs().compareTo(TOLERANCE) > 0) {
            throw new RuleViolated(
                    "B-17",
                    "payers",
                    "the payers' shares are " + sum.toPlainString() + " together, or not one payer takes the residue",
                    "give shares that are 1 together and name one payer for the residue");
        }
        this.payers = List.copyOf(payers);
        this.digits = CurrencyUnit.of(currency).getDecimalPlaces();
        this.amounts = zeros();
        this.seconds = zeros();
    }

    /** The payers that live on, each with the shares of all that were merged into it; the one who takes the residue last. */
    static List<Payer> asOne(List<Payer> agreed, MergedCustomers merged) {
        var living = new LinkedHashMap<String, Payer>();
        for (var payer : agreed) {
            var id = merged.livingOne(payer.payerId());
            living.merge(
                    id,
                    new Payer(id, payer.share(), payer.takesResidue()),
                    (one, other) ->
                            new Payer(id, one.share().add(other.share()), one.takesResidue() || other.takesResidue()));
        }
        return living.values().stream()
                .sorted(Comparator.comparing(Payer::takesResidue))
                .toList();
    }

    /**
     * The parts of the next entry, in the order of the payers; together they are the entry.
     *
     * @param entrySeconds 0 for items
     * @param amount at the currency's digits
     */
    public List<Part> next(int entrySeconds, BigDecimal amount) {
        amountToDate = amountToDate.add(amount);
        secondsToDate = secondsToDate.add(BigDecimal.valueOf(entrySeconds));
        var amountParts = parts(amounts, amountToDate, amount, digits);
        var secondParts = parts(seconds, secondsToDate, BigDecimal.valueOf(entrySeconds), 0);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < payers.size(); i++) {
            parts.add(new Part(payers.get(i).payerId(), secondParts[i].intValueExact(), amountParts[i].setScale(4)));
        }
        return parts;
    }

    /**
     * The parts of what is left of an entry that payers have parts of already: each has as much of it as its share of the whole
     * entry is more than what it has, so that what came back from one payer is that payer's again. The rounding of its other
     * parts, of less than a cent or a second for each payer, makes nobody pay. In the order of the payers.
     *
     * @param have what each payer has of it or has lost of it; who has nothing may be missing
     * @param left of the entry, on no draft
     * @param entrySeconds of it to be billed now; 0 for items
     * @param amount of it to be billed now, at the currency's digits
     */
    public List<Part> ofRest(Map<String, Part> have, Part left, int entrySeconds, BigDecimal amount) {
        var due = due(have, left);
        var sum = Arrays.stream(due).reduce(BigDecimal.ZERO, BigDecimal::add);
        var dueToDate = BigDecimal.ZERO;
        var given = new Part("", 0, BigDecimal.ZERO);
        var parts = new ArrayList<Part>();
        for (int i = 0; i < due.length; i++) {
            dueToDate = dueToDate.add(due[i]);
            var toDate = new Part(
                    payers.get(i).payerId(),
                    share(BigDecimal.valueOf(entrySeconds), dueToDate, sum, 0).intValueExact(),
                    share(amount, dueToDate, sum, digits));
            parts.add(new Part(
                    toDate.payerId(),
                    toDate.seconds() - given.seconds(),
                    toDate.amount().subtract(given.amount()).setScale(4)));
            given = toDate;
        }
        return parts;
    }

    /** By time where there is any, since its price may have changed; not below 0, and at least one of them is above it. */
    private BigDecimal[] due(Map<String, Part> have, Part left) {
        boolean byTime = left.seconds() > 0;
        var whole = have.values().stream().map(part -> size(part, byTime)).reduce(size(left, byTime), BigDecimal::add);
        var rounding = BigDecimal.valueOf(payers.size(), byTime ? 0 : digits);
        var due = zeros();
        int most = 0;
        var exact = zeros();
        for (int i = 0; i < due.length; i++) {
            var payer = payers.get(i);
            var has = have.get(payer.payerId());
            var lacks = whole.multiply(share(payer)).subtract(has == null ? BigDecimal.ZERO : size(has, byTime));
            exact[i] = left.amount().signum() < 0 && !byTime ? lacks.negate() : lacks;
            due[i] = exact[i].compareTo(rounding) > 0 ? exact[i] : BigDecimal.ZERO;
            most = exact[i].compareTo(exact[most]) > 0 ? i : most;
        }
        if (Arrays.stream(due).allMatch(each -> each.signum() == 0)) {
            due[most] = BigDecimal.ONE; // No more than a rounding is left.
        }
        return due;
    }

    /** Three of 0.333333 are not quite the whole: what they leave is a part of the one who takes the residue. */
    private BigDecimal share(Payer payer) {
        return payer.takesResidue()
                ? payers.stream()
                        .filter(other -> !other.takesResidue())
                        .map(Payer::share)
                        .reduce(WHOLE, BigDecimal::subtract)
                : payer.share();
    }

    private static BigDecimal size(Part part, boolean byTime) {
        return byTime ? BigDecimal.valueOf(part.seconds()) : part.amount();
    }

    private static BigDecimal share(BigDecimal of, BigDecimal part, BigDecimal whole, int scale) {
        return of.multiply(part).divide(whole, scale, RoundingMode.HALF_UP);
    }

    private BigDecimal[] parts(BigDecimal[] given, BigDecimal toDate, BigDecimal entry, int scale) {
        var parts = zeros();
        var rest = entry;
        for (int i = 0; i < parts.length; i++) {
            var payer = payers.get(i);
            if (!payer.takesResidue()) {
                var due = toDate.multiply(payer.share())
                        .setScale(scale, RoundingMode.HALF_UP)
                        .subtract(given[i]);
                // Nobody pays more than is left of the entry, nor less than nothing: the next entry makes up for it.
                parts[i] = due.max(rest.min(BigDecimal.ZERO)).min(rest.max(BigDecimal.ZERO));
                rest = rest.subtract(parts[i]);
            }
        }
        for (int i = 0; i < parts.length; i++) {
            if (payers.get(i).takesResidue()) {
                parts[i] = rest;
            }
            given[i] = given[i].add(parts[i]);
        }
        return parts;
    }

    private BigDecimal[] zeros() {
        var zeros = new BigDecimal[payers.size()];
        Arrays.fill(zeros, BigDecimal.ZERO);
        return zeros;
    }
}
