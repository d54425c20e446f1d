package io.fairlead.simulation.rule;

import io.fairlead.billing.event.ExchangeRateSet;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.shared.event.FxRate;
import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimeApproved;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * R1, R2 and R13 reckoned plainly: for one approved entry, which row of which card is its price, and what the entry is worth.
 * Shares no code with the domain.
 */
final class Prices {

    /** R1, most special first. */
    private static final List<String> LEVELS = List.of(
            "CONTRACT_LINE_PERSON",
            "CONTRACT_LINE_ROLE",
            "PROJECT_PERSON",
            "PROJECT_ROLE",
            "CUSTOMER_PERSON",
            "CUSTOMER_ROLE",
            "ENTITY_STANDARD");

    private final Facts facts;
    private final List<Facts.At<RateSet>> rows;
    private final List<Facts.At<RateEnded>> ends;
    private final List<Facts.At<ContractAmended>> amendments;
    private final ExchangeReckoning exchange;

    Prices(Facts facts) {
        this.facts = facts;
        this.rows = facts.all(RateSet.class);
        this.ends = facts.all(RateEnded.class);
        this.amendments = facts.all(ContractAmended.class);
        this.exchange = new ExchangeReckoning(facts);
    }

    /**
     * A price.
     *
     * @param card whose row it is
     * @param currency of the rate
     * @param unit seconds that the rate pays for
     * @param fx leads to the contract's currency; null when that is the rate's
     */
    record Price(
            String card,
            String row,
            String level,
            BigDecimal rate,
            String currency,
            int unit,
            @Nullable ExchangeRateSet fx) {

        /** R2: seconds x rate, converted (R13), rounded once. */
        BigDecimal amount(int seconds, int digits) {
            var exact = BigDecimal.valueOf(seconds).multiply(rate);
            return fx == null
                    ? exact.divide(BigDecimal.valueOf(unit), digits, RoundingMode.HALF_UP)
                    : ExchangeReckoning.convert(exact, currency, fx.getBase(), fx.getRate(), unit, digits);
        }

        /** The same price of an hour, at whatever exchange rate. */
        boolean isWorth(Price other) {
            boolean asMuch = rate.multiply(BigDecimal.valueOf(other.unit))
                            .compareTo(other.rate.multiply(BigDecimal.valueOf(unit)))
                    == 0;
            return asMuch && (currency.equals(other.currency) || rate.signum() == 0);
        }

        /** Whether a fact names the same row and the same exchange rate. */
        boolean isNamedBy(String saidCard, String saidRow, String saidLevel, @Nullable FxRate saidFx) {
            boolean named = row.equals(saidRow) && card.equals(saidCard) && level.equals(saidLevel);
            return named && (fx == null ? saidFx == null : saidFx != null && ExchangeReckoning.isThat(fx, saidFx));
        }
    }

    /** Whether the time is paid by the hour, on a day of the contract's term as it was agreed at a place of the log. */
    boolean isEligible(TimeApproved entry, long position) {
        var contract = facts.contract(entry.getContractId());
        var day = entry.getWorkDate();
        var termTo = contract.getTermTo();
        for (var change : amendments) {
            if (change.position() <= position && change.fact().getContractId().equals(entry.getContractId())) {
                termTo = change.fact().getTermTo();
            }
        }
        return entry.getTimeClass().equals("BILLABLE")
                && !facts.line(entry.getContractId(), entry.getLineNo())
                        .getMethod()
                        .equals("MILESTONE")
                && !day.isBefore(contract.getTermFrom())
                && (termTo == null || day.isBefore(termTo));
    }

    /** Each price that was right at some moment between the two places: a rate may be set while an entry is priced. */
    List<Price> between(TimeApproved entry, long from, long to) {
        var cards = Stream.concat(rows.stream(), ends.stream()).mapToLong(Facts.At::position);
        return LongStream.concat(LongStream.of(from), LongStream.concat(cards, exchange.changes(from, to)))
                .filter(position -> from <= position && position <= to)
                .mapToObj(position -> Optional.ofNullable(asOf(entry, position)))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /** The price by what was known at a place of the log; null when there is none, or no rate to its currency. */
    @Nullable
    Price asOf(TimeApproved entry, long position) {
        var currency = facts.contract(entry.getContractId()).getCurrency();
        RateSet best = null;
        int bestLevel = LEVELS.size();
        for (var row : rows) {
            if (row.position() > position || !holds(row.fact(), entry, position)) {
                continue;
            }
            int level = level(row.fact(), entry);
            // Of two rows alike the one recorded later wins, and it comes later here.
            if (level >= 0
                    && (best == null
                            || level < bestLevel
                            || level == bestLevel && !yields(row.fact(), best, currency))) {
                best = row.fact();
                bestLevel = level;
            }
        }
        if (best == null) {
            return null;
        }
        boolean isForeign = !best.getCurrency().equals(currency);
        var fx = isForeign ? exchange.asOf(best.getCurrency(), currency, entry.getWorkDate(), position) : null;
        return isForeign && fx == null
                ? null
                : new Price(
                        best.getRateCardId(),
                        best.getRateId(),
                        LEVELS.get(bestLevel),
                        best.getRate(),
                        best.getCurrency(),
                        best.getUnit().equals("DAY") ? 8 * 3600 : 3600,
                        fx);
    }

    private boolean holds(RateSet row, TimeApproved entry, long position) {
        var day = entry.getWorkDate();
        var to = end(row, position);
        return !day.isBefore(row.getFrom())
                && (to == null || day.isBefore(to))
                && (row.getLineNo() == null || row.getLineNo() == entry.getLineNo())
                && (row.getPersonId() == null || row.getPersonId().equals(entry.getPersonId()))
                && (row.getRole() == null || row.getRole().equals(facts.role(entry.getPersonId())))
                && (row.getWorkType() == null || row.getWorkType().equals(entry.getWorkType()));
    }

    private @Nullable LocalDate end(RateSet row, long position) {
        var end = row.getTo();
        for (var ended : ends) {
            if (ended.position() <= position
                    && ended.fact().getRateCardId().equals(row.getRateCardId())
                    && ended.fact().getRateId().equals(row.getRateId())) {
                end = ended.fact().getTo();
            }
        }
        return end;
    }

    private int level(RateSet row, TimeApproved entry) {
        var kind = row.getPersonId() == null ? "ROLE" : "PERSON";
        if (row.getOwner().equals(entry.getContractId())) {
            return LEVELS.indexOf("CONTRACT_LINE_" + kind);
        }
        if (row.getOwner().equals(entry.getProjectId())) {
            return LEVELS.indexOf("PROJECT_" + kind);
        }
        var own = facts.contract(entry.getContractId()).getRateCardId();
        if (row.getOwner().equals(entry.getCustomerId()) || Objects.equals(own, row.getRateCardId())) {
            return LEVELS.indexOf("CUSTOMER_" + kind);
        }
        return row.getOwner().equals(entry.getLegalEntityId()) ? LEVELS.indexOf("ENTITY_STANDARD") : -1;
    }

    /** Whether a row of the same level yields to the other: its currency is foreign, less is named in it, or it begins earlier. */
    private static boolean yields(RateSet row, RateSet other, String currency) {
        boolean isOwn = row.getCurrency().equals(currency);
        if (isOwn != other.getCurrency().equals(currency)) {
            return !isOwn;
        }
        if ((row.getWorkType() == null) != (other.getWorkType() == null)) {
            return row.getWorkType() == null;
        }
        boolean anybody = row.getRole() == null && row.getPersonId() == null;
        boolean otherAnybody = other.getRole() == null && other.getPersonId() == null;
        return anybody == otherAnybody ? row.getFrom().isBefore(other.getFrom()) : anybody;
    }
}
