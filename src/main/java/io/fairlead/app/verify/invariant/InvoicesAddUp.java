package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.CreditAccount;
import io.fairlead.app.verify.account.InvoiceAccount.Seen;
import io.fairlead.app.verify.account.LogFold;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentTakenBack;
import io.fairlead.billing.event.TaxRow;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** I4: every figure of an invoice follows from its lines, and nothing is billed twice. */
public final class InvoicesAddUp implements Invariant {

    private static final int EXAMPLES_MAX = 20;

    private final Supplier<LogFold> log;
    private final Supplier<ViewRows> views;

    public InvoicesAddUp(Supplier<LogFold> log, Supplier<ViewRows> views) {
        this.log = log;
        this.views = views;
    }

    @Override
    public String id() {
        return "I4";
    }

    @Override
    public String sentence() {
        return "net = lines, tax = base x rate per code, gross = net + tax,"
                + " payable = gross + rounding = paid - taken back + credited + deducted + open;"
                + " issued as approved;"
                + " no source is billed twice; credits are at most the invoice";
    }

    @Override
    public Finding check() {
        return compare(
                log.get().invoices().byInvoice(),
                log.get().credits(),
                views.get().open());
    }

    public static Finding compare(Map<String, Seen> invoices, CreditAccount credits, Map<String, BigDecimal> open) {
        var tally = new Finding.Tally(EXAMPLES_MAX);
        var billedOn = new HashMap<String, String>();
        invoices.forEach((id, told) -> {
            tally.examined();
            approval(id, told, tally);
            var issued = told.issued();
            if (issued != null) {
                tally.require(told.timesIssued() == 1, "%s was issued %d times", id, told.timesIssued());
                issue(id, told, issued, tally);
                CreditsFit.check(id, told, issued, credits, tally);
                if (told.approved() != null) {
                    PaidInSteps.check(
                            issued, told.approved(), credits.granted(id).values(), tally);
                }
                payments(id, told, issued, credits.applied(id), credits.setOff(id), open.get(id), tally);
                for (var line : told.lines()) {
                    var portion = line.getSourceId() + " portion " + line.getPortionNo();
                    var other = billedOn.put(portion, id);
                    tally.require(other == null, "%s is billed on %s and on %s", portion, other, id);
                }
            }
        });
        return tally.finding();
    }

    private static void approval(String id, Seen told, Finding.Tally tally) {
        var drafted = told.drafted();
        if (drafted != null) {
            figure(id, "net of the draft", drafted.getNet(), net(told.draftedLines()), tally);
            tally.require(
                    drafted.getLineCount() == told.draftedLines().size(),
                    "%s: the draft tells %d lines, there are %d",
                    id,
                    drafted.getLineCount(),
                    told.draftedLines().size());
        }
        var approved = told.approved();
        if (approved != null) {
            var net = net(told.lines());
            figure(id, "net", approved.getNet(), net, tally);
            TaxRowsAddUp.check(id, told.lines(), approved, tally);
            var tax = tax(approved.getTaxRows());
            figure(id, "tax", approved.getTax(), tax, tally);
            figure(id, "gross", approved.getGross(), net.add(tax), tally);
            PaidInSteps.check(id, approved, tally);
        }
    }

    private static void issue(String id, Seen told, InvoiceIssued issued, Finding.Tally tally) {
        var approved = told.approved();
        if (approved == null) {
            tally.differs("%s is issued but was never approved", id);
            return;
        }
        tally.require(
                issued.getNet().compareTo(approved.getNet()) == 0
                        && issued.getTax().compareTo(approved.getTax()) == 0
                        && issued.getGross().compareTo(approved.getGross()) == 0
                        && CreditsFit.isSame(issued.getTaxRows(), approved.getTaxRows())
                        && issued.getCurrency().equals(approved.getCurrency())
                        && issued.getCustomerId().equals(approved.getCustomerId())
                        && issued.getLegalEntityId().equals(approved.getLegalEntityId())
                        && issued.getTaxPoint().equals(approved.getTaxPoint()),
                "%s is issued otherwise than approved",
                id);
        tally.require(
                issued.getLineCount() == told.lines().size(),
                "%s is issued with %d lines, there are %d",
                id,
                issued.getLineCount(),
                told.lines().size());
        tally.require(LineHash.isOf(issued.getLineHash(), told.lines()), "%s: the hash of its lines differs", id);
        int before = 0;
        for (var line : told.lines()) { // Review may leave holes, but never changes the order.
            tally.require(line.getLineNo() > before, "%s: line %d stands behind %d", id, line.getLineNo(), before);
            before = line.getLineNo();
        }
    }

    private static void payments(
            String id,
            Seen told,
            InvoiceIssued issued,
            List<CreditApplied> credits,
            BigDecimal setOff,
            @Nullable BigDecimal shownOpen,
            Finding.Tally tally) {
        var back = told.takenBack().stream().map(PaymentTakenBack::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var paid = told.payments().stream().map(PaymentApplied::getAmount).reduce(back.negate(), BigDecimal::add);
        var credited = credits.stream().map(CreditApplied::getApplied).reduce(BigDecimal.ZERO, BigDecimal::add);
        var payable = PaidInSteps.payable(issued.getGross(), issued.getPayableRounding());
        var open = payable.subtract(paid).subtract(credited).subtract(setOff).subtract(told.deducted());
        if (!told.payments().isEmpty()
                && told.takenBack().isEmpty()
                && told.deducted().signum() == 0
                && credits.isEmpty()
                && setOff.signum() == 0) {
            figure(id, "open after the last payment", told.payments().getLast().getOpen(), open, tally);
        }
        // What is owed to the buyer stands open below zero, and takes no money.
        tally.require(open.signum() >= 0 || open.compareTo(payable) == 0, "%s: %s is paid of %s", id, paid, payable);
        tally.require(
                // A credit that takes the last of it is no payment.
                told.isPaid()
                                == (open.signum() == 0
                                        && (paid.signum() > 0
                                                || setOff.signum() > 0
                                                || told.deducted().signum() > 0))
                        || (!told.isPaid() && (!credits.isEmpty() || told.isLost())),
                "%s: %s is open, and it is %s",
                id,
                open,
                told.isPaid() ? "paid" : "not paid");
        figure(id, "open in the view", shownOpen == null ? BigDecimal.ZERO : shownOpen, open, tally);
    }

    static void figure(String id, String what, BigDecimal said, BigDecimal recomputed, Finding.Tally tally) {
        tally.require(
                said.compareTo(recomputed) == 0,
                "%s: %s is said to be %s, recomputed %s",
                id,
                what,
                said.toPlainString(),
                recomputed.toPlainString());
    }

    private static BigDecimal net(List<InvoiceLine> lines) {
        return lines.stream().map(InvoiceLine::getNet).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal tax(List<TaxRow> rows) {
        return rows.stream().map(TaxRow::getTax).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
