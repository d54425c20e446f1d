package io.fairlead.billing.credit;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.billing.tax.TaxCodes;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/**
 * What is left of an invoice as a document: a credit is at most that, with its tax and in each of its tax rows, and it never
 * charges. Work of 900.00 less 600.00 drawn from a retainer is a document of 300.00: the work alone is more than that, the draw
 * alone less than nothing. Once nothing is left to pay back, work goes back to the retainer that paid it. Part of
 * {@link CreditGrant}.
 */
final class DocumentLeft {

    private final InvoiceIssued invoice;
    private final Collection<CreditReserved> before;

    DocumentLeft(InvoiceIssued invoice, Collection<CreditReserved> before) {
        this.invoice = invoice;
        this.before = before;
    }

    /**
     * The parts of draws that go with a credit that names none of them: as much as it credits, when the retainers have paid all
     * that is left of the document. Empty when something of it is left to pay back: then whoever asks says what it is to be.
     *
     * @param lines of the invoice
     * @param credited what was asked for
     */
    List<CreditRequest> drawn(List<InvoiceLine> lines, List<CreditLine> credited) {
        var wanted = sum(credited, CreditLine::getNet);
        if (netLeft().signum() != 0 || credited.stream().anyMatch(each -> isDraw(each.getSourceId()))) {
            return List.of();
        }
        var draws = new ArrayList<CreditRequest>();
        for (var line : lines) {
            var paid =
                    CreditableLine.of(line, before, invoice.getCurrency()).net().negate();
            if (isDraw(line.getSourceId()) && paid.signum() > 0 && wanted.signum() > 0) {
                draws.add(new CreditRequest(line.getLineNo(), null, paid.min(wanted), Disposition.REOPEN));
                wanted = wanted.subtract(paid.min(wanted));
            }
        }
        return draws;
    }

    private static boolean isDraw(String sourceId) {
        return sourceId.startsWith(RetainerId.KIND + ":");
    }

    /**
     * @param rows of the credit
     * @throws RuleViolated K-02 when it changes nothing, K-11 when it is more than what is left, or charges
     */
    void require(List<CreditLine> credited, List<TaxRow> rows, Money net, Money tax) {
        if (credited.stream().allMatch(DocumentLeft::changesNothing)) {
            throw new RuleViolated("K-02", "lines", "a credit of 0 changes nothing", "name what to credit");
        }
        var gross = net.plus(tax);
        if (net.isNegative() || gross.isNegative()) {
            throw new RuleViolated(
                    "K-11",
                    "lines",
                    "a credit of " + net + " and " + tax + " tax would charge the customer",
                    "credit the work that the retainer paid with it, or bill again");
        }
        var netLeft = money(netLeft());
        var grossLeft = money(invoice.getGross().subtract(sum(before, CreditReserved::getGross)));
        if (net.isGreaterThan(netLeft) || gross.isGreaterThan(grossLeft)) {
            throw new RuleViolated(
                    "K-11",
                    "lines",
                    "a credit of " + net + " and " + tax + " tax is more than what is left of the document, " + netLeft
                            + " and " + grossLeft.minus(netLeft) + " tax",
                    "credit less, or the line that was drawn from the retainer with it");
        }
        rows.forEach(this::requireWithin);
    }

    /** The ERP takes of each row no more than the invoice has there. */
    private void requireWithin(TaxRow row) {
        var invoiced = invoice.getTaxRows().stream()
                .filter(each -> TaxCodes.isSame(each, row))
                .findFirst()
                .orElseThrow();
        var toDate = row.getBase()
                .add(sum(
                        before.stream()
                                .flatMap(credit -> credit.getTaxRows().stream())
                                .filter(each -> TaxCodes.isSame(each, row))
                                .toList(),
                        TaxRow::getBase));
        if (toDate.signum() * invoiced.getBase().signum() < 0
                || toDate.abs().compareTo(invoiced.getBase().abs()) > 0) {
            throw new RuleViolated(
                    "K-11",
                    "lines",
                    "credits of " + money(toDate) + " at "
                            + row.getRate().stripTrailingZeros().toPlainString() + " tax are not within the invoice's "
                            + money(invoiced.getBase()),
                    "credit what was drawn from the retainer at that tax with it");
        }
    }

    private BigDecimal netLeft() {
        return invoice.getNet().subtract(sum(before, CreditReserved::getNet));
    }

    private static boolean changesNothing(CreditLine line) {
        return line.getNet().signum() == 0 && (line.getSeconds() == null || line.getSeconds() == 0);
    }

    private Money money(BigDecimal amount) {
        return WireAmount.money(amount, invoice.getCurrency());
    }

    private static <T> BigDecimal sum(Collection<T> all, Function<T, BigDecimal> amount) {
        return all.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
