package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.fx.BookingRates;
import io.fairlead.billing.fx.ExchangeRateLookup;
import io.fairlead.billing.pricing.PricedWorkLookup;
import io.fairlead.billing.pricing.PricedWorkLookup.PricedWork;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.LargestRemainder;
import io.fairlead.time.FixTimeAmount;
import io.fairlead.time.TimeEntryId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What entries are worth on the drafts to come, fixed before they are claimed: at the exchange rate of the invoice date where
 * the contract says so (R13), and as shares of their line where the contract rounds per line (R2). The difference to the
 * price of before is a repricing movement of each entry. What the run does not take keeps its price. Part of the billing
 * run; made again after a crash it changes nothing.
 */
final class DraftAmounts {

    private static final String FX_REASON = "priced at the exchange rate of the invoice date (R13)";
    private static final String SHARE_REASON = "its share of the line that its invoice sums up (R2, PER_LINE)";

    private final PricedWorkLookup work;
    private final UnbilledWorkLookup unbilled;
    private final ExchangeRateLookup exchange;
    private final Commands commands;

    DraftAmounts(PricedWorkLookup work, UnbilledWorkLookup unbilled, ExchangeRateLookup exchange, Commands commands) {
        this.work = work;
        this.unbilled = unbilled;
        this.exchange = exchange;
        this.commands = commands;
    }

    /**
     * Fixes them and waits until the views know.
     *
     * @param planned contracts that an interrupted attempt fixed before: what it has not claimed yet is only a part of a line
     * @return contracts that cannot be billed by this run, since an exchange rate is missing: an exception tells
     */
    Set<String> fix(BillingRunStarted run, Set<String> planned, Instant at, String eventId) {
        var known = work.toFix(run);
        if (known.isEmpty()) {
            return Set.of();
        }
        var ordersOf = ordersOfTaken(run, known);
        var found = known.stream()
                .filter(entry -> ordersOf.containsKey(entry.timeEntryId()))
                .toList();
        var waiting = new LinkedHashSet<String>();
        var priced = new ArrayList<PricedWork>();
        for (var entry : found) {
            var now = atInvoiceDate(entry, run);
            if (now == null) {
                if (waiting.add(entry.contractId())) {
                    commands.send(missing(entry, run, at), "fix/" + entry.contractId() + "/fx/" + eventId);
                }
            } else if (!planned.contains(entry.contractId()) || !now.rate().equals(entry.rate())) {
                priced.add(now);
            }
        }
        priced.removeIf(entry -> waiting.contains(entry.contractId()));
        var orders = orders(found, priced, ordersOf, run);
        if (!orders.isEmpty()) {
            var _ = commands.sendAll(orders); // An entry that another run took meanwhile is not this run's any more.
            work.catchUp();
        }
        return waiting;
    }

    /**
     * The purchase orders of each entry that the run takes, of others none: what a limit, a hold or a later day keeps back
     * stands on no line, and what another order pays stands on a line of another invoice.
     */
    private Map<String, List<String>> ordersOfTaken(BillingRunStarted run, List<PricedWork> known) {
        var asked = known.stream().map(PricedWork::timeEntryId).collect(Collectors.toSet());
        var orders = new HashMap<String, List<String>>();
        unbilled.ready(run, source -> {
            if (source.isBillable() && asked.contains(source.sourceId())) {
                orders.computeIfAbsent(source.sourceId(), _ -> new ArrayList<>())
                        .add(Objects.requireNonNullElse(source.poNumber(), ""));
            }
        });
        return orders;
    }

    /** Null when the rate is missing. */
    private @Nullable PricedWork atInvoiceDate(PricedWork entry, BillingRunStarted run) {
        var fx = entry.rate().fx();
        if (fx == null || !entry.atInvoiceDate()) {
            return entry;
        }
        var own = entry.rate().currency();
        return exchange.on(own.getCode(), fx.other(own).getCode(), run.getIssueDate())
                .map(now -> entry.at(entry.rate().with(now)))
                .orElse(null);
    }

    private static List<Keyed> orders(
            List<PricedWork> before, List<PricedWork> now, Map<String, List<String>> ordersOf, BillingRunStarted run) {
        var known = new LinkedHashMap<String, PricedWork>();
        before.forEach(entry -> known.put(entry.timeEntryId(), entry));
        var orders = new ArrayList<Keyed>();
        shares(now, ordersOf).forEach((entry, share) -> {
            var was = known.get(entry.timeEntryId());
            boolean sameRate = was != null && entry.rate().equals(was.rate());
            boolean sameAmount = entry.amount().compareTo(share) == 0;
            if (!sameRate || (entry.perLine() && !sameAmount)) {
                orders.add(new Keyed(
                        new FixTimeAmount(
                                new TimeEntryId(entry.timeEntryId()),
                                entry.version(),
                                sameRate ? null : entry.rate().fx(),
                                entry.perLine() ? share : null,
                                entry.perLine() ? SHARE_REASON : FX_REASON),
                        "fix/" + entry.timeEntryId() + "/" + run.getBillingRunId()));
            }
        });
        return orders;
    }

    /** By largest remainder, ties earliest: three thirds of an hour at 133.33 are 44.45, 44.44 and 44.44. */
    static Map<PricedWork, BigDecimal> shares(List<PricedWork> entries, Map<String, List<String>> ordersOf) {
        var lines = new LinkedHashMap<List<Object>, List<PricedWork>>();
        for (var entry : entries) {
            List<Object> line = entry.perLine()
                    ? List.of(
                            entry.contractId(),
                            entry.lineNo(),
                            entry.projectId(),
                            entry.personId(),
                            entry.rate(),
                            ordersOf.getOrDefault(entry.timeEntryId(), List.of()))
                    : List.of(entry.timeEntryId());
            lines.computeIfAbsent(line, _ -> new ArrayList<>()).add(entry);
        }
        var shares = new LinkedHashMap<PricedWork, BigDecimal>();
        for (var line : lines.values()) {
            var rate = line.getFirst().rate();
            var total = rate.times(line.stream().mapToInt(PricedWork::seconds).sum());
            var parts = LargestRemainder.share(
                    total,
                    line.stream().map(entry -> rate.unrounded(entry.seconds())).toList());
            for (int i = 0; i < parts.size(); i++) {
                shares.put(line.get(i), parts.get(i).getAmount());
            }
        }
        return shares;
    }

    private static RaiseException missing(PricedWork entry, BillingRunStarted run, Instant at) {
        return RaiseException.about(
                BookingRates.CODE,
                entry.contractId(),
                "No exchange rate from " + entry.rate().currency() + " holds on " + run.getIssueDate() + ", at which "
                        + entry.contractId() + " is priced. Set one; the next run bills what waits.",
                OwnerRole.FINANCE_OPERATIONS,
                null,
                run.getLegalEntityId(),
                at);
    }
}
