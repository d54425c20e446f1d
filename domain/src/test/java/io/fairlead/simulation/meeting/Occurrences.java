package io.fairlead.simulation.meeting;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.simulation.rule.RoundingReckoning;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCosted;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** How often what the rules of money are about really occurs in the histories: currencies, exchange rates, rounded time. */
public final class Occurrences {

    private static final String ROUNDED_TWICE = "days rounded twice";

    /** Without these the histories would prove little. */
    public static final List<String> MUST_HAPPEN = List.of(
            "prices converted",
            "prices converted anew",
            "costs converted",
            "costs in other books",
            "costs with books, converted",
            "invoices in other books",
            "payments in other books",
            "rates missing to convert",
            "entries rounded",
            "days rounded with others",
            "rounded entries corrected");

    private final Map<String, Long> counts = new TreeMap<>();
    private final List<Long> roundedTwice = new ArrayList<>();

    public void see(long seed, List<Recorded> events) {
        long before = of(ROUNDED_TWICE);
        see(events);
        if (of(ROUNDED_TWICE) > before) {
            roundedTwice.add(seed);
        }
    }

    /** Histories in which two entries of a day were priced side by side: a known fault, which no rule of the domain can see. */
    public List<Long> roundedTwice() {
        return roundedTwice;
    }

    private void see(List<Recorded> events) {
        var facts = new Facts(events);
        var days = new RoundingReckoning(facts);
        for (var each : events) {
            switch (each.event()) {
                case TimePriced e -> priced(each, e, facts, days);
                case TimeRepriced e -> count("prices converted anew", e.getFx() != null);
                case TimeCosted e -> {
                    count("costs converted", e.getFx() != null);
                    count("costs in other books", e.getEntityAmount() != null);
                    count("costs with books, converted", e.getEntityAmount() != null && e.getFx() != null);
                }
                case InvoiceIssued e -> count("invoices in other books", e.getEntityAmounts() != null);
                case PaymentApplied e -> count("payments in other books", e.getSettlement() != null);
                case ExceptionRaised e ->
                    count("rates missing to convert", e.getCode().equals("FX_RATE_MISSING"));
                case TimeCorrectedAfterApproval e ->
                    count(
                            "rounded entries corrected",
                            e.getBilledSecondsDelta() != null && e.getBilledSecondsDelta() != e.getSecondsDelta());
                default -> {}
            }
        }
    }

    private void priced(Recorded each, TimePriced event, Facts facts, RoundingReckoning days) {
        count("prices converted", event.getFx() != null);
        count("entries rounded", !Objects.equals(event.getTimeRounding(), "NONE"));
        count("days rounded with others", event.getOthersWorkedSeconds() > 0);
        var terms = facts.contract(event.getContractId());
        var approval = facts.of(event.getTimeEntryId(), TimeApproved.class)
                .filter(approved -> approved.getVersion() == event.getVersion())
                .findFirst();
        // Priced side by side, neither entry knows of the other, and the day is rounded twice.
        count(
                ROUNDED_TWICE,
                RoundingReckoning.isPerDay(terms)
                        && approval.isPresent()
                        && !days.isRightAt(event, approval.get(), each.position() - 1));
    }

    private void count(String what, boolean occurs) {
        if (occurs) {
            counts.merge(what, 1L, Long::sum);
        }
    }

    public void add(Occurrences others) {
        roundedTwice.addAll(others.roundedTwice);
        others.counts.forEach((what, count) -> counts.merge(what, count, Long::sum));
    }

    public long of(String what) {
        return counts.getOrDefault(what, 0L);
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
