package io.fairlead.app.verify.invariant;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Part of I4: an invoice asks for the nearest whole number of steps to its gross. Its credits give back whole steps too, less than
 * one each beside their gross, and in the end what it asked for.
 */
final class PaidInSteps {

    /** What the document asks to pay: its gross and its rounding. */
    static BigDecimal payable(BigDecimal gross, @Nullable PayableRounding rounding) {
        return rounding == null ? gross : gross.add(rounding.getAmount());
    }

    static void check(String id, InvoiceApproved approved, Finding.Tally tally) {
        var rounding = approved.getPayableRounding();
        if (rounding != null) {
            var off = rounding.getAmount().abs();
            inSteps(id, approved.getGross(), rounding, tally);
            tally.require(
                    off.add(off).compareTo(rounding.getStep()) <= 0,
                    "%s: %s is nearer by another step",
                    id,
                    approved.getGross());
        }
    }

    static void check(
            InvoiceIssued issued, InvoiceApproved approved, Collection<CreditReserved> granted, Finding.Tally tally) {
        var id = issued.getInvoiceId();
        var rounding = issued.getPayableRounding();
        tally.require(
                Objects.equals(rounding, approved.getPayableRounding()),
                "%s is issued with another rounding than approved",
                id);
        var gross = BigDecimal.ZERO;
        var given = BigDecimal.ZERO;
        for (var credit : granted) {
            tally.require(
                    (rounding == null) == (credit.getPayableRounding() == null),
                    "%s is rounded otherwise than %s",
                    credit.getCreditNoteId(),
                    id);
            gross = gross.add(credit.getGross());
            given = given.add(payable(credit.getGross(), credit.getPayableRounding()));
            inSteps(credit.getCreditNoteId(), credit.getGross(), credit.getPayableRounding(), tally);
        }
        var asked = payable(issued.getGross(), rounding);
        tally.require(
                gross.compareTo(issued.getGross()) != 0 || given.compareTo(asked) == 0,
                "%s: all of it is credited by %s, it asked for %s",
                id,
                given,
                asked);
    }

    private static void inSteps(String id, BigDecimal gross, @Nullable PayableRounding rounding, Finding.Tally tally) {
        if (rounding == null) {
            return;
        }
        boolean inSteps = payable(gross, rounding).remainder(rounding.getStep()).signum() == 0;
        tally.require(
                inSteps && rounding.getAmount().abs().compareTo(rounding.getStep()) <= 0,
                "%s: a gross of %s is paid with %s",
                id,
                gross,
                rounding);
    }

    private PaidInSteps() {}
}
