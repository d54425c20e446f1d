package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceDiscarded;
import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.LineCap;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * R3 of caps, reckoned from documents alone: what drafts and invoices bill of work of a period, less what was credited,
 * is within the cap of the period; where it carries over, all work until its end is within all periods until its end.
 */
final class CapsHold implements Rule {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3_600);

    /** A part of a line's work that was billed, or credited when it is below 0. */
    private record Billed(LocalDate day, int seconds, BigDecimal net) {}

    @Override
    public void check(Facts facts, Findings findings) {
        for (var contract : facts.each(ContractSigned.class).toList()) {
            for (var line : contract.getLines()) {
                if (!line.getCaps().isEmpty()) {
                    var billed = billed(facts, contract.getContractId(), line.getLineNo());
                    line.getCaps().forEach(cap -> holds(contract, line, cap, billed, findings));
                }
            }
        }
    }

    private static List<Billed> billed(Facts facts, String contract, int lineNo) {
        var billed = new ArrayList<Billed>();
        facts.each(InvoiceDrafted.class)
                .filter(draft -> draft.getContractId().equals(contract))
                .filter(draft -> !facts.has(draft.getInvoiceId(), InvoiceDiscarded.class))
                .flatMap(draft -> InvoicesAddUp.reviewed(facts, draft.getInvoiceId()).stream()
                        .filter(line -> hasPrice(facts, draft.getInvoiceId(), line)))
                .filter(line -> line.getContractLineNo() == lineNo && counts(facts, line.getSourceId()))
                .forEach(line ->
                        billed.add(new Billed(line.getServiceDate(), seconds(line.getSeconds()), line.getNet())));
        facts.each(CreditNoteIssued.class)
                .filter(note -> note.getContractId().equals(contract))
                .flatMap(note -> note.getLines().stream())
                .filter(line -> line.getContractLineNo() == lineNo && counts(facts, line.getSourceId()))
                .forEach(line -> billed.add(new Billed(
                        line.getServiceDate(),
                        -seconds(line.getSeconds()),
                        line.getNet().negate())));
        return billed;
    }

    /** Time at a price of 0 asks for no funds, and takes no hours. */
    private static boolean hasPrice(Facts facts, String invoice, InvoiceLine line) {
        return InvoicesAddUp.drafted(facts, invoice).stream()
                .anyMatch(drafted -> drafted.getLineNo() == line.getLineNo()
                        && drafted.getNet().signum() != 0);
    }

    private static boolean counts(Facts facts, String source) {
        return !RetainersAddUp.isDraw(source) && !ExpensesArePricedRight.isOutside(facts, source);
    }

    private static int seconds(@Nullable Integer told) {
        return told == null ? 0 : told;
    }

    private static void holds(
            ContractSigned contract, ContractLine line, LineCap cap, List<Billed> billed, Findings findings) {
        var from = line.getTermFrom() == null ? contract.getTermFrom() : line.getTermFrom();
        var periods = new TreeSet<Integer>();
        billed.forEach(part -> periods.add(period(cap, part.day())));
        for (int period : periods) {
            boolean carried = cap.getCarryOver() && !cap.getPer().equals("TERM");
            var used = billed.stream()
                    .filter(part -> carried ? period(cap, part.day()) <= period : period(cap, part.day()) == period)
                    .map(part -> cap.getUnit().equals("HOURS") ? BigDecimal.valueOf(part.seconds()) : part.net())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            int times = carried ? Math.max(1, period - period(cap, from) + 1) : 1;
            var most = cap.getAmount().multiply(BigDecimal.valueOf(times));
            // Parts of a source are rounded to whole seconds.
            var due = cap.getUnit().equals("HOURS")
                    ? most.multiply(SECONDS_PER_HOUR).add(BigDecimal.valueOf(billed.size()))
                    : most;
            findings.require(
                    used.compareTo(due) <= 0,
                    "line " + line.getLineNo() + " of " + contract.getContractId() + " bills " + used + " of "
                            + cap.getUnit() + " in period " + period + " of its " + cap.getPer() + ", the cap is "
                            + due);
        }
    }

    /** Counts the calendar on: the quarter after 2026-Q4 is the next number. */
    private static int period(LineCap cap, LocalDate day) {
        var month = YearMonth.from(day);
        int months = month.getYear() * 12 + month.getMonthValue() - 1;
        return switch (cap.getPer()) {
            case "MONTH" -> months;
            case "QUARTER" -> months / 3;
            case "YEAR" -> months / 12;
            default -> 0;
        };
    }
}
