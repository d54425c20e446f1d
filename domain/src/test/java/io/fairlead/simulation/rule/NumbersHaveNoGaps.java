package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.simulation.Facts;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** I5: numbers of a series are 1..n in order, each document has one, and the issue date never goes back. */
final class NumbersHaveNoGaps implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        var last = new HashMap<String, Long>();
        var day = new HashMap<String, LocalDate>();
        var numbered = new HashMap<String, NumberAssigned>();
        facts.each(NumberAssigned.class).forEach(number -> {
            var series = number.getNumberSeriesId();
            findings.same("the next number of " + series, number.getNumber(), last.getOrDefault(series, 0L) + 1);
            last.put(series, number.getNumber());
            findings.require(
                    !number.getIssueDate().isBefore(day.getOrDefault(series, LocalDate.MIN)),
                    number.getText() + " is issued before the number before it");
            day.put(series, number.getIssueDate());
            findings.require(
                    numbered.put(number.getDocumentId(), number) == null, number.getDocumentId() + " has two numbers");
        });
        var texts = new HashSet<String>();
        facts.each(InvoiceIssued.class)
                .forEach(issued -> issued(
                        issued.getInvoiceId(), issued.getNumber(), issued.getIssueDate(), numbered, texts, findings));
        facts.each(CreditNoteIssued.class)
                .forEach(issued -> issued(
                        issued.getCreditNoteId(),
                        issued.getNumber(),
                        issued.getIssueDate(),
                        numbered,
                        texts,
                        findings));
        numbered.keySet().forEach(document -> findings.add(document + " has a number but is not issued"));
    }

    private static void issued(
            String document,
            String text,
            LocalDate day,
            Map<String, NumberAssigned> numbered,
            Set<String> texts,
            Findings findings) {
        findings.require(texts.add(text), text + " stands on two documents");
        var number = numbered.remove(document);
        if (number == null) {
            findings.add(document + " is issued without a number of its own");
        } else {
            findings.same("the number of " + document, text, number.getText());
            findings.same("the day of " + document, day, number.getIssueDate());
        }
    }
}
