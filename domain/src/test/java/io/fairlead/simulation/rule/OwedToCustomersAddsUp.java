package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a document owes to its customer is what it gave back beyond what was open, less what was set against other invoices
 * and paid out: never below 0. What is set against an invoice is taken there once, or comes back; a person is told as long
 * as something is owed.
 */
final class OwedToCustomersAddsUp implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var owed = new HashMap<String, BigDecimal>();
        var assigned = new HashMap<String, CustomerCreditAssigned>();
        var ended = new HashSet<String>();
        for (var each : facts.events()) {
            switch (each.event()) {
                case InvoiceIssued e ->
                    owed.put(
                            e.getInvoiceId(),
                            RoundingReckoning.payable(e.getGross(), e.getPayableRounding())
                                    .negate()
                                    .max(BigDecimal.ZERO));
                case CreditApplied e ->
                    owed.put(e.getCreditNoteId(), e.getGross().subtract(e.getApplied()));
                case CustomerCreditAssigned e -> {
                    less(owed, e.getDocumentId(), e.getAmount(), e.getLeft(), findings);
                    findings.require(
                            assigned.put(e.getCustomerCreditId() + "/" + e.getAssignmentId(), e) == null,
                            e.getAssignmentId() + " is set against an invoice twice");
                }
                case CustomerCreditPaidOut e -> less(owed, e.getDocumentId(), e.getAmount(), e.getLeft(), findings);
                case CustomerCreditReturned e -> {
                    less(owed, e.getDocumentId(), e.getAmount().negate(), e.getLeft(), findings);
                    ended(ended, e.getCustomerCreditId() + "/" + e.getAssignmentId(), findings);
                }
                case CustomerCreditOpened e ->
                    findings.same(
                            "what " + e.getDocumentId() + " owes at first",
                            e.getAmount(),
                            owed.getOrDefault(e.getDocumentId(), BigDecimal.ZERO));
                case CustomerCreditTaken e -> taken(facts, assigned, ended, e, findings);
                default -> {}
            }
        }
        assigned.keySet().forEach(id -> findings.require(ended.contains(id), id + " is neither taken nor owed again"));
        owed.forEach((document, left) -> told(facts, document, left, findings));
    }

    private static void less(
            Map<String, BigDecimal> owed, String document, BigDecimal amount, BigDecimal said, Findings findings) {
        var left = owed.getOrDefault(document, BigDecimal.ZERO).subtract(amount);
        owed.put(document, left);
        findings.same("what " + document + " owes to its customer", said, left);
        findings.require(left.signum() >= 0, document + " gave its customer more than it owes");
    }

    private static void taken(
            Facts facts,
            Map<String, CustomerCreditAssigned> assigned,
            Set<String> ended,
            CustomerCreditTaken taken,
            Findings findings) {
        var id = taken.getCustomerCreditId() + "/" + taken.getAssignmentId();
        ended(ended, id, findings);
        var from = assigned.get(id);
        if (from == null) {
            findings.add(id + " is taken and was never set against an invoice");
            return;
        }
        findings.same("who takes " + id, taken.getInvoiceId(), from.getToInvoiceId());
        findings.same("what is taken of " + id, taken.getAmount(), from.getAmount());
        findings.same("whose " + id + " is", facts.living(taken.getCustomerId()), facts.living(from.getCustomerId()));
        findings.same("the currency of " + id, taken.getCurrency(), from.getCurrency());
    }

    private static void ended(Set<String> ended, String id, Findings findings) {
        findings.require(ended.add(id), id + " is taken or returned twice");
    }

    private static void told(Facts facts, String document, BigDecimal left, Findings findings) {
        long raised = facts.each(ExceptionRaised.class)
                .filter(item -> item.getCode().equals("CREDIT_OWED")
                        && item.getSubjectId().equals(document))
                .count();
        long cleared = facts.each(ExceptionResolved.class)
                .filter(item -> item.getCode().equals("CREDIT_OWED")
                        && item.getSubjectId().equals(document))
                .count();
        findings.same(
                "whether a person is told what " + document + " owes", raised - cleared, left.signum() > 0 ? 1L : 0L);
    }
}
