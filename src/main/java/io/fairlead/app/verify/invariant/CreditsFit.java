package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.CreditAccount;
import io.fairlead.app.verify.account.InvoiceAccount.Seen;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.tax.TaxCodes;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;

/** Part of I4: the credits of an invoice are at most the invoice, line by line and tax by tax, and are issued as granted. */
final class CreditsFit {

    static void check(String id, Seen told, InvoiceIssued issued, CreditAccount credits, Finding.Tally tally) {
        var granted = credits.granted(id).values();
        lines(id, told.lines(), granted, tally);
        taxes(id, issued, granted, tally);
        for (var credit : granted) {
            sums(credit, tally);
            var note = credits.issued().get(credit.getCreditNoteId());
            if (note != null) {
                tally.require(
                        isSame(note.getLines(), credit.getLines())
                                && isSame(note.getTaxRows(), credit.getTaxRows())
                                && note.getGross().compareTo(credit.getGross()) == 0
                                && Objects.equals(note.getPayableRounding(), credit.getPayableRounding())
                                && note.getInvoiceId().equals(id),
                        "%s is issued otherwise than %s granted it",
                        credit.getCreditNoteId(),
                        id);
            }
        }
        for (var applied : credits.applied(id)) {
            var note = credits.issued().get(applied.getCreditNoteId());
            tally.require(
                    note != null
                            && PaidInSteps.payable(note.getGross(), note.getPayableRounding())
                                            .compareTo(applied.getGross())
                                    == 0,
                    "%s lowers %s by %s but is not issued with that",
                    applied.getCreditNoteId(),
                    id,
                    applied.getGross());
        }
    }

    /** One by one: lists as Avro reads them are compared by a model that does not know decimals which may be absent. */
    static <T> boolean isSame(List<T> ones, List<T> others) {
        return List.copyOf(ones).equals(List.copyOf(others));
    }

    private static void lines(
            String id, List<InvoiceLine> lines, Collection<CreditReserved> granted, Finding.Tally tally) {
        var net = new HashMap<Integer, BigDecimal>();
        for (var credit : granted) {
            for (var line : credit.getLines()) {
                net.merge(line.getInvoiceLineNo(), line.getNet(), BigDecimal::add);
            }
        }
        for (var line : lines) {
            var taken = net.remove(line.getLineNo());
            var credited = taken == null ? BigDecimal.ZERO : taken;
            tally.require(
                    // A draw from a retainer stands below 0, and so does its credit.
                    credited.abs().compareTo(line.getNet().abs()) <= 0,
                    "%s: %s of line %d is credited, it has %s",
                    id,
                    credited,
                    line.getLineNo(),
                    line.getNet());
        }
        net.keySet().forEach(lineNo -> tally.differs("%s: line %d is credited but is not there", id, lineNo));
    }

    private static void taxes(
            String id, InvoiceIssued issued, Collection<CreditReserved> granted, Finding.Tally tally) {
        var rows =
                granted.stream().flatMap(credit -> credit.getTaxRows().stream()).toList();
        for (var row : issued.getTaxRows()) {
            var base = BigDecimal.ZERO;
            var tax = BigDecimal.ZERO;
            for (var credited : rows) {
                if (isSame(row, credited)) {
                    base = base.add(credited.getBase());
                    tax = tax.add(credited.getTax());
                }
            }
            boolean whole = base.compareTo(row.getBase()) == 0;
            tally.require(
                    isWithin(base, row.getBase())
                            && (whole && base.signum() != 0
                                    ? tax.compareTo(row.getTax()) == 0
                                    : isWithin(tax, row.getTax())),
                    "%s: %s + %s of tax %s is credited of %s + %s",
                    id,
                    base,
                    tax,
                    TaxCodes.of(row),
                    row.getBase(),
                    row.getTax());
        }
        tally.require(
                rows.stream().allMatch(credited -> issued.getTaxRows().stream().anyMatch(row -> isSame(row, credited))),
                "%s: tax is credited that it does not bear",
                id);
    }

    /** A row of what was paid ahead stands below 0, and so does its credit. */
    private static boolean isWithin(BigDecimal credited, BigDecimal of) {
        return of.signum() < 0 ? credited.compareTo(of) >= 0 : credited.compareTo(of) <= 0;
    }

    private static boolean isSame(TaxRow row, TaxRow credited) {
        return TaxCodes.isSame(row, credited) && row.getRate().compareTo(credited.getRate()) == 0;
    }

    private static void sums(CreditReserved credit, Finding.Tally tally) {
        var net = credit.getLines().stream().map(CreditLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add);
        var tax = credit.getTaxRows().stream().map(TaxRow::getTax).reduce(BigDecimal.ZERO, BigDecimal::add);
        tally.require(
                net.compareTo(credit.getNet()) == 0
                        && tax.compareTo(credit.getTax()) == 0
                        && net.add(tax).compareTo(credit.getGross()) == 0,
                "%s: net, tax and gross are %s, %s and %s, recomputed %s, %s and %s",
                credit.getCreditNoteId(),
                credit.getNet(),
                credit.getTax(),
                credit.getGross(),
                net,
                tax,
                net.add(tax));
    }

    private CreditsFit() {}
}
