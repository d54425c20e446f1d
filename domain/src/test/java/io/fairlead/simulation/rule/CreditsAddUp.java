package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * R4, R12 and "no credit beyond the invoice": what an invoice grants is left of its lines, time at the line's worth, tax as the
 * rounded tax of all that is credited less the tax credited before. All credits of an invoice together never exceed it.
 */
final class CreditsAddUp implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        for (var issued : facts.each(InvoiceIssued.class).toList()) {
            var invoice = new Credits(facts, issued, findings);
            facts.of(issued.getInvoiceId()).forEach(each -> invoice.see(each.event()));
        }
    }

    /** One invoice and the credits that it granted and that were not given up. */
    private static final class Credits {
        private final Facts facts;
        private final InvoiceIssued invoice;
        private final boolean perLine;
        private final int digits;
        private final Map<Integer, InvoiceLine> lines = new HashMap<>();
        /** By line, before anybody reviewed it: what the source has on it. */
        private final Map<Integer, BigDecimal> ofSource = new HashMap<>();

        private final Map<String, CreditReserved> standing = new LinkedHashMap<>();
        private final Findings findings;

        Credits(Facts facts, InvoiceIssued invoice, Findings findings) {
            this.facts = facts;
            this.invoice = invoice;
            this.perLine =
                    facts.contract(invoice.getContractId()).getTaxRounding().equals("LINE");
            this.digits = Facts.digits(invoice.getCurrency());
            InvoicesAddUp.reviewed(facts, invoice.getInvoiceId()).forEach(line -> lines.put(line.getLineNo(), line));
            InvoicesAddUp.drafted(facts, invoice.getInvoiceId())
                    .forEach(line -> ofSource.put(line.getLineNo(), line.getNet()));
            this.findings = findings;
        }

        void see(Object event) {
            if (event instanceof CreditReserved credit) {
                reserved(credit);
                findings.require(
                        standing.put(credit.getCreditNoteId(), credit) == null,
                        credit.getCreditNoteId() + " is granted twice");
                withinTheInvoice();
            } else if (event instanceof CreditReleased released) {
                standing.remove(released.getCreditNoteId());
            }
        }

        private void reserved(CreditReserved credit) {
            var note = credit.getCreditNoteId();
            credit.getLines().forEach(line -> line(note, line));
            var net = sum(credit.getLines().stream().map(CreditLine::getNet).toList());
            var tax = sum(credit.getTaxRows().stream().map(TaxRow::getTax).toList());
            findings.same("the net of " + note, credit.getNet(), net);
            findings.same("the tax of " + note, credit.getTax(), tax);
            findings.same("the gross of " + note, credit.getGross(), net.add(tax));
            paid(credit);
            findings.require(
                    !credit.getIssueDate().isBefore(invoice.getIssueDate()), note + " is older than its invoice");
            taxes(credit);
        }

        /** All credits by now are worth whole steps, whatever was given up between them. */
        private void paid(CreditReserved credit) {
            var step = facts.contract(invoice.getContractId()).getPayableStep();
            var gross = credit.getGross();
            var given = BigDecimal.ZERO;
            for (var before : standing.values()) {
                gross = gross.add(before.getGross());
                given = given.add(RoundingReckoning.payable(before.getGross(), before.getPayableRounding()));
            }
            findings.same(
                    "what is paid by " + credit.getCreditNoteId(),
                    RoundingReckoning.payable(credit.getGross(), credit.getPayableRounding()),
                    RoundingReckoning.nearest(gross, step).subtract(given));
        }

        private void line(String note, CreditLine said) {
            var what = "line " + said.getInvoiceLineNo() + " of " + invoice.getInvoiceId() + " on " + note;
            var line = lines.get(said.getInvoiceLineNo());
            if (line == null) {
                findings.add(what + " is credited and does not exist");
                return;
            }
            var taken = taken(said.getInvoiceLineNo());
            var left = left(line.getNet(), taken, CreditLine::getNet);
            int of = secondsOf(line.getSeconds())
                    - taken.stream()
                            .mapToInt(each -> secondsOf(each.getSeconds()))
                            .sum();
            int seconds = secondsOf(said.getSeconds());
            // What a retainer paid stands below 0, and so does its credit.
            boolean within = left.signum() < 0
                    ? said.getNet().signum() <= 0 && said.getNet().compareTo(left) >= 0
                    : said.getNet().signum() >= 0 && said.getNet().compareTo(left) <= 0;
            findings.require(within && seconds >= 0 && seconds <= of, what + " is credited beyond what is left of it");
            if (seconds > 0 && of > 0) { // Else money is named, at most what is left.
                var due = seconds == of ? left : worth(line, line.getNet(), taken, seconds, CreditLine::getNet);
                findings.same("the time credited of " + what, said.getNet(), due);
            }
            source(what, said, left, of, taken);
            findings.same("the source of " + what, said.getSourceId(), line.getSourceId());
            findings.same("the portion of " + what, said.getPortionNo(), line.getPortionNo());
            findings.same("the tax category of " + what, said.getTaxCategory(), line.getTaxCategory());
            findings.same("the tax codes of " + what, said.getTaxCodes(), line.getTaxCodes());
        }

        /** Of its own amount, without what review made of it: by time as its line, by money in proportion. */
        private void source(String what, CreditLine said, BigDecimal left, int of, List<CreditLine> taken) {
            var line = Objects.requireNonNull(lines.get(said.getInvoiceLineNo()));
            var own = Objects.requireNonNull(ofSource.get(said.getInvoiceLineNo()));
            var leftOfSource = left(own, taken, CreditLine::getSourceAmount);
            int seconds = secondsOf(said.getSeconds());
            var due = leftOfSource;
            if (seconds > 0 && seconds < of) {
                due = worth(line, own, taken, seconds, CreditLine::getSourceAmount);
            } else if ((seconds == 0 || of == 0) && left.signum() != 0) {
                due = leftOfSource.multiply(said.getNet()).divide(left, digits, RoundingMode.HALF_UP);
            }
            findings.same("what the source has back of " + what, said.getSourceAmount(), due);
        }

        /** Part of the time, by the second of the line or of what money alone left of it; at most what is left. */
        private BigDecimal worth(
                InvoiceLine line,
                BigDecimal all,
                List<CreditLine> taken,
                int seconds,
                Function<CreditLine, BigDecimal> amount) {
            int whole = secondsOf(line.getSeconds());
            var worth = all;
            int goneSince = 0;
            var givenSince = BigDecimal.ZERO;
            for (var each : taken) {
                goneSince += secondsOf(each.getSeconds());
                givenSince = givenSince.add(amount.apply(each));
                if (secondsOf(each.getSeconds()) == 0) {
                    whole -= goneSince;
                    worth = worth.subtract(givenSince);
                    goneSince = 0;
                    givenSince = BigDecimal.ZERO;
                }
            }
            var due = worth.multiply(BigDecimal.valueOf(seconds))
                    .divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
            var left = left(all, taken, amount);
            return due.abs().compareTo(left.abs()) > 0 ? left : due;
        }

        private static BigDecimal left(
                BigDecimal all, List<CreditLine> taken, Function<CreditLine, BigDecimal> amount) {
            return all.subtract(sum(taken.stream().map(amount).toList()));
        }

        private List<CreditLine> taken(int lineNo) {
            return standing.values().stream()
                    .flatMap(credit -> credit.getLines().stream())
                    .filter(line -> line.getInvoiceLineNo() == lineNo)
                    .toList();
        }

        /** Rows of the invoice whose base is touched, at its rates. */
        private void taxes(CreditReserved credit) {
            var note = credit.getCreditNoteId();
            var all = new ArrayList<>(standing.values());
            all.add(credit);
            for (var row : invoice.getTaxRows()) {
                var name = codeOf(row) + " " + row.getRate();
                var base = base(List.of(credit), row);
                var said = credit.getTaxRows().stream()
                        .filter(each -> isOf(each, row))
                        .toList();
                var due = tax(all, row).subtract(taxed(standing.values(), row));
                // Work less what a retainer paid may be nothing: its row stands there nevertheless.
                boolean touched = !bearing(List.of(credit), row).isEmpty();
                findings.same("the tax rows " + name + " of " + note, said.size(), touched ? 1 : 0);
                for (var each : said) {
                    findings.same("the base of tax " + name + " of " + note, each.getBase(), base);
                    findings.same("the tax " + name + " credited by " + note, each.getTax(), due);
                }
            }
            findings.require(
                    credit.getTaxRows().stream()
                            .allMatch(each -> invoice.getTaxRows().stream().anyMatch(row -> isOf(each, row))),
                    note + " gives back tax that its invoice has not");
        }

        /** A full credit gives the tax of the invoice back, whatever rounding it had. */
        private BigDecimal tax(List<CreditReserved> credits, TaxRow row) {
            var base = base(credits, row);
            if (base.compareTo(row.getBase()) == 0) {
                return row.getTax();
            }
            if (!perLine) {
                return base.multiply(row.getRate()).setScale(digits, RoundingMode.HALF_UP);
            }
            var byLine = new HashMap<Integer, BigDecimal>();
            bearing(credits, row)
                    .forEach(line -> byLine.merge(line.getInvoiceLineNo(), line.getNet(), BigDecimal::add));
            return sum(byLine.values().stream()
                    .map(net -> net.multiply(row.getRate()).setScale(digits, RoundingMode.HALF_UP))
                    .toList());
        }

        private static BigDecimal taxed(Collection<CreditReserved> credits, TaxRow of) {
            return sum(credits.stream()
                    .flatMap(credit -> credit.getTaxRows().stream())
                    .filter(row -> isOf(row, of))
                    .map(TaxRow::getTax)
                    .toList());
        }

        private BigDecimal base(List<CreditReserved> credits, TaxRow row) {
            return sum(bearing(credits, row).stream().map(CreditLine::getNet).toList());
        }

        /** By the rate that held on the day of each line, not by what the row says of its days. */
        private List<CreditLine> bearing(List<CreditReserved> credits, TaxRow row) {
            return credits.stream()
                    .flatMap(credit -> credit.getLines().stream())
                    .filter(line -> (line.getTaxCodes().isEmpty() ? List.of(line.getTaxCategory()) : line.getTaxCodes())
                            .contains(codeOf(row)))
                    .filter(line -> isAtRate(lines.get(line.getInvoiceLineNo()), row))
                    .toList();
        }

        private boolean isAtRate(@Nullable InvoiceLine line, TaxRow row) {
            if (line == null) {
                return false;
            }
            var held = InvoicesAddUp.held(
                    facts, invoice.getLegalEntityId(), codeOf(row), InvoicesAddUp.dayOf(facts, line));
            return held != null
                    && held.getRate().compareTo(row.getRate()) == 0
                    && Objects.equals(InvoicesAddUp.reason(held), row.getReason());
        }

        private static boolean isOf(TaxRow one, TaxRow other) {
            return codeOf(one).equals(codeOf(other))
                    && one.getRate().compareTo(other.getRate()) == 0
                    && Objects.equals(one.getReason(), other.getReason());
        }

        private void withinTheInvoice() {
            var net = sum(standing.values().stream().map(CreditReserved::getNet).toList());
            var tax = sum(standing.values().stream().map(CreditReserved::getTax).toList());
            var id = invoice.getInvoiceId();
            findings.require(
                    net.compareTo(invoice.getNet()) <= 0 && net.add(tax).compareTo(invoice.getGross()) <= 0,
                    id + " is credited beyond itself: " + net + " and tax " + tax);
            for (var credit : standing.values()) {
                findings.require(
                        credit.getNet().signum() >= 0 && credit.getGross().signum() >= 0,
                        credit.getCreditNoteId() + " charges: " + credit.getNet() + " and tax " + credit.getTax());
            }
            if (CreditedLines.areWhole(facts, id, standing.values()) && net.compareTo(invoice.getNet()) == 0) {
                findings.same("the tax of all credits of " + id, tax, invoice.getTax());
            }
        }
    }

    private static String codeOf(TaxRow row) {
        return row.getCode() == null ? row.getCategory() : row.getCode();
    }

    private static int secondsOf(@Nullable Integer seconds) {
        return Objects.requireNonNullElse(seconds, 0);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
