package io.fairlead.simulation.rule;

import io.fairlead.party.event.LegalEntityRegistered;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimeRecosted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The cost of R10 and R13 reckoned plainly: the person's row of the day, in the contract's currency before others, then the one
 * that began last; at an exchange rate of the work date. Shares no code with the domain.
 */
final class CostReckoning {

    private final Facts facts;
    private final ExchangeReckoning exchange;
    private final Findings findings;

    CostReckoning(Facts facts, Findings findings) {
        this.facts = facts;
        this.exchange = new ExchangeReckoning(facts);
        this.findings = findings;
    }

    void costed(long at, TimeCosted said) {
        var id = said.getTimeEntryId();
        var approval = approval(id, said.getVersion());
        var contract = facts.contract(approval.getContractId()).getCurrency();
        var row = row(approval, contract);
        var day = approval.getWorkDate();
        findings.same("the row that costs " + id, said.getCostRateId(), row.getCostRateId());
        findings.require(
                exchange.wasRight(said.getFx(), row.getCurrency(), contract, day, approvedAt(approval), at),
                id + " costs at the rate " + said.getFx());
        findings.same("the cost of " + id, said.getAmount(), cost(row, said.getSeconds(), said));
        var books = books(approval);
        findings.same("the books' cost of " + id + " is told", said.getEntityAmount() != null, !books.equals(contract));
        if (said.getEntityAmount() != null) {
            findings.same("the currency of the books' cost of " + id, said.getEntityCurrency(), books);
            findings.require(isWorth(said, row, approval, at, books), id + " costs the books " + said);
        }
    }

    /** Which rate led to the books is not on record: one of those that held. */
    private boolean isWorth(TimeCosted said, CostRateSet row, TimeApproved approval, long at, String books) {
        var own = exact(row, said.getSeconds())
                .divide(BigDecimal.valueOf(3600), Facts.digits(row.getCurrency()), RoundingMode.HALF_UP);
        var amount = Objects.requireNonNull(said.getEntityAmount());
        if (row.getCurrency().equals(books)) {
            return own.compareTo(amount) == 0;
        }
        long from = approvedAt(approval);
        return LongStream.concat(LongStream.of(from), exchange.changes(from, at))
                .mapToObj(position -> exchange.asOf(row.getCurrency(), books, approval.getWorkDate(), position))
                .filter(Objects::nonNull)
                .map(fx -> ExchangeReckoning.convert(
                        own, row.getCurrency(), fx.getBase(), fx.getRate(), 1, Facts.digits(books)))
                .anyMatch(due -> due.compareTo(amount) == 0);
    }

    /** Changed seconds cost in proportion; across currencies another approval may have been converted at another rate. */
    void recosted(long at, TimeRecosted said) {
        var id = said.getTimeEntryId();
        var approval = approval(id, said.getVersion());
        var contract = facts.contract(approval.getContractId()).getCurrency();
        var row = row(approval, contract);
        var costed = Objects.requireNonNull(facts.last(said.getLabourCostId(), TimeCosted.class));
        if (row.getCurrency().equals(contract)) {
            findings.same("the cost of " + id, said.getAmount(), cost(row, said.getSeconds(), costed));
            return;
        }
        long from = facts.of(id).getFirst().position();
        boolean right = LongStream.concat(LongStream.of(from), exchange.changes(from, at))
                .mapToObj(position -> exchange.asOf(row.getCurrency(), contract, approval.getWorkDate(), position))
                .filter(Objects::nonNull)
                .map(fx -> ExchangeReckoning.convert(
                        exact(row, said.getSeconds()),
                        row.getCurrency(),
                        fx.getBase(),
                        fx.getRate(),
                        3600,
                        Facts.digits(contract)))
                .anyMatch(due -> due.compareTo(said.getAmount()) == 0);
        findings.require(
                right, "the cost of " + id + " is " + said.getAmount() + " after a change, by no rate that held");
    }

    private static BigDecimal cost(CostRateSet row, int seconds, TimeCosted by) {
        int digits = Facts.digits(by.getCurrency());
        return by.getFx() == null
                ? exact(row, seconds).divide(BigDecimal.valueOf(3600), digits, RoundingMode.HALF_UP)
                : ExchangeReckoning.convert(
                        exact(row, seconds),
                        row.getCurrency(),
                        by.getFx().getBase(),
                        by.getFx().getRate(),
                        3600,
                        digits);
    }

    private static BigDecimal exact(CostRateSet row, int seconds) {
        return row.getRate().multiply(BigDecimal.valueOf(seconds));
    }

    private TimeApproved approval(String id, int version) {
        return facts.of(id, TimeApproved.class)
                .filter(approved -> approved.getVersion() == version)
                .findFirst()
                .orElseThrow();
    }

    private long approvedAt(TimeApproved approval) {
        return facts.of(approval.getTimeEntryId()).stream()
                .filter(each -> each.event() == approval)
                .findFirst()
                .orElseThrow()
                .position();
    }

    private String books(TimeApproved approval) {
        return Objects.requireNonNull(facts.last(approval.getLegalEntityId(), LegalEntityRegistered.class))
                .getCurrency();
    }

    private CostRateSet row(TimeApproved entry, String currency) {
        @Nullable CostRateSet best = null;
        for (var row : facts.of(entry.getPersonId(), CostRateSet.class).toList()) {
            boolean holds = !entry.getWorkDate().isBefore(row.getFrom())
                    && (row.getTo() == null || entry.getWorkDate().isBefore(row.getTo()));
            if (holds && (best == null || isBetter(row, best, currency))) {
                best = row;
            }
        }
        return Objects.requireNonNull(best); // Each person begins with a row for all days.
    }

    private static boolean isBetter(CostRateSet row, CostRateSet best, String currency) {
        boolean isOwn = row.getCurrency().equals(currency);
        return isOwn == best.getCurrency().equals(currency) ? !row.getFrom().isBefore(best.getFrom()) : isOwn;
    }
}
