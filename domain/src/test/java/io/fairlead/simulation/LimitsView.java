package io.fairlead.simulation;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.funding.FundLimit;
import io.fairlead.funding.LimitsLookup;
import io.fairlead.funding.OpenFunding;
import io.fairlead.simulation.WorkView.Claim;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Which contracts and lines are limited, made from the log. */
final class LimitsView implements LimitsLookup {

    private final Views views;

    LimitsView(Views views) {
        this.views = views;
    }

    @Override
    public boolean isLimited(String contractId, int lineNo) {
        return views.agreements(views.known()).isLimited(contractId, lineNo);
    }

    @Override
    public boolean isLimited(String contractId) {
        return views.agreements(views.known()).isLimited(contractId);
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        var known = views.known();
        var terms = views.agreements(known).contract(contractId);
        var limits = new ArrayList<FundLimit>();
        var billed = new ArrayList<OpenFunding.Billed>();
        for (var line : terms.getLines()) {
            if (line.getLimit() != null) {
                var limit = FundLimit.line(line.getLineNo(), line.getLimit());
                limits.add(limit);
                billed.add(new OpenFunding.Billed(limit.id(), billed(known, contractId, line.getLineNo())));
            }
        }
        if (terms.getLimit() != null) {
            var limit = FundLimit.contract(terms.getLimit());
            limits.add(limit);
            billed.add(new OpenFunding.Billed(limit.id(), billed(known, contractId, 0)));
        }
        return Optional.of(new Agreed(
                terms.getLegalEntityId(),
                terms.getCurrency(),
                OpenFunding.Policy.valueOf(terms.getLimitPolicy()),
                limits,
                billed));
    }

    /**
     * Net of credits.
     *
     * @param lineNo 0 means the whole contract
     */
    private static BigDecimal billed(List<Recorded> known, String contract, int lineNo) {
        var issued = new HashSet<String>();
        var sum = BigDecimal.ZERO;
        for (var each : known) {
            if (each.event() instanceof InvoiceIssued invoice
                    && invoice.getContractId().equals(contract)) {
                issued.add(invoice.getInvoiceId());
            }
            if (each.event() instanceof CreditNoteIssued note
                    && note.getContractId().equals(contract)) {
                for (var line : note.getLines()) {
                    sum = counts(line.getContractLineNo(), lineNo) ? sum.subtract(line.getNet()) : sum;
                }
            }
        }
        return known.stream()
                .filter(each -> each.event() instanceof InvoiceLinesAdded && issued.contains(each.stream()))
                .flatMap(each -> ((InvoiceLinesAdded) each.event()).getLines().stream())
                .filter(line -> counts(line.getContractLineNo(), lineNo))
                .map(line -> line.getNet())
                .reduce(sum, BigDecimal::add);
    }

    private static boolean counts(int line, int lineNo) {
        return lineNo == 0 || line == lineNo;
    }

    @Override
    public List<Work> unbilled(String contractId) {
        var known = views.head();
        var agreed = views.agreements(known);
        var funds = new FundsView(known);
        return new WorkView(known)
                .rows().values().stream()
                        .filter(row -> row.contract.equals(contractId)
                                && agreed.isLimited(contractId, row.lineNo)
                                && !funds.hasAsked(row.source))
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
                        .filter(work -> work.worth().signum() > 0)
                        .toList();
    }
}
