package io.fairlead.simulation;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLineAdjusted;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.funding.FundCap;
import io.fairlead.funding.FundLimit;
import io.fairlead.funding.LimitedLines;
import io.fairlead.funding.LimitsLookup;
import io.fairlead.funding.OpenFunding;
import io.fairlead.simulation.rule.FundsView;
import io.fairlead.simulation.rule.WorkView;
import io.fairlead.simulation.rule.WorkView.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which contracts and lines are limited, made from the log. */
final class LimitsView implements LimitsLookup {

    private final Views views;

    LimitsView(Views views) {
        this.views = views;
    }

    @Override
    public LimitedLines limited(String contractId) {
        return LimitedLines.of(limits(views.agreements(views.known()), contractId));
    }

    /** Everything that the contract says about limits: of lines, of itself, of its orders in their turn. */
    static List<FundLimit> limits(Agreements agreed, String contractId) {
        var terms = agreed.contract(contractId);
        var limits = new ArrayList<FundLimit>();
        terms.getLines().forEach(line -> {
            limits.add(FundLimit.line(line.getLineNo(), line.getLimit()));
            var from = Objects.requireNonNullElse(line.getTermFrom(), terms.getTermFrom());
            line.getCaps()
                    .forEach(cap -> limits.add(FundLimit.cap(
                            line.getLineNo(),
                            cap.getAmount(),
                            new FundCap(
                                    FundCap.Unit.valueOf(cap.getUnit()),
                                    FundCap.Per.valueOf(cap.getPer()),
                                    cap.getCarryOver(),
                                    from))));
        });
        limits.add(FundLimit.contract(terms.getLimit()));
        agreed.orders(contractId).forEach((number, amount) -> limits.add(FundLimit.order(number, amount)));
        return limits;
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        var known = views.known();
        var agreed = views.agreements(known);
        var terms = agreed.contract(contractId);
        var limits = LimitedLines.watched(limits(agreed, contractId));
        return Optional.of(new Agreed(
                terms.getLegalEntityId(),
                terms.getCurrency(),
                OpenFunding.Policy.valueOf(terms.getLimitPolicy()),
                limits,
                limits.stream()
                        .map(limit -> new OpenFunding.Billed(limit.id(), billed(known, contractId, limit)))
                        .toList()));
    }

    /** Net of credits; a draw from a retainer lowers what is due, not what is billed. */
    private static BigDecimal billed(List<Recorded> known, String contract, FundLimit limit) {
        var issued = new HashMap<String, @Nullable String>();
        var outside = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        for (var each : known) {
            if (each.event() instanceof ExpensePriced expense && expense.getDisbursement()) {
                outside.add(expense.getExpenseId());
            }
            if (each.event() instanceof InvoiceIssued invoice
                    && invoice.getContractId().equals(contract)) {
                issued.put(invoice.getInvoiceId(), invoice.getPoNumber());
            }
            if (each.event() instanceof CreditNoteIssued note
                    && note.getContractId().equals(contract)) {
                for (var line : note.getLines()) {
                    boolean counts = counts(limit, line.getContractLineNo(), note.getPoNumber())
                            && !outside.contains(line.getSourceId())
                            && !isDraw(line.getSourceId());
                    sum = counts ? sum.subtract(line.getNet()) : sum;
                }
            }
        }
        for (var each : known) {
            if (each.event() instanceof InvoiceLineAdjusted review
                    && issued.containsKey(review.getInvoiceId())
                    && !outside.contains(review.getSourceId())
                    && counts(limit, review.getContractLineNo(), issued.get(review.getInvoiceId()))) {
                sum = sum.add(review.getAmount());
            }
        }
        return known.stream()
                .filter(each -> each.event() instanceof InvoiceLinesAdded && issued.containsKey(each.stream()))
                .flatMap(each -> ((InvoiceLinesAdded) each.event())
                        .getLines().stream()
                                .filter(line -> counts(limit, line.getContractLineNo(), issued.get(each.stream()))
                                        && !outside.contains(line.getSourceId())
                                        && !isDraw(line.getSourceId())))
                .map(line -> line.getNet())
                .reduce(sum, BigDecimal::add);
    }

    private static boolean isDraw(String source) {
        return source.startsWith("retainer:");
    }

    private static boolean counts(FundLimit limit, int lineNo, @Nullable String poNumber) {
        return switch (limit.kind()) {
            case LINE -> Objects.equals(limit.lineNo(), lineNo);
            case CONTRACT -> true;
            case PO -> Objects.equals(limit.poNumber(), poNumber);
        };
    }

    @Override
    public Unbilled unbilled(String contractId) {
        var known = views.head();
        var funds = new FundsView(known);
        var work = new WorkView(known)
                .rows().values().stream()
                        .filter(row -> row.contract.equals(contractId) && !funds.hasAsked(row.source))
                        .map(row -> new Work(
                                row.source,
                                row.lineNo,
                                row.customer,
                                row.project,
                                row.day,
                                row.claims.values().stream()
                                        .filter(claim -> !claim.billed())
                                        .map(Claim::amount)
                                        .reduce(row.amount, BigDecimal::add),
                                row.currency))
                        .filter(each -> each.worth().signum() > 0)
                        .toList();
        return new Unbilled(LimitedLines.watched(limits(views.agreements(known), contractId)), work);
    }
}
