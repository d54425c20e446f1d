package io.fairlead.simulation;

import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.NumberAssigned;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;

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
        facts.each(InvoiceIssued.class).forEach(issued -> {
            var number = numbered.remove(issued.getInvoiceId());
            findings.require(texts.add(issued.getNumber()), issued.getNumber() + " stands on two invoices");
            if (number == null) {
                findings.add(issued.getInvoiceId() + " is issued without a number of its own");
            } else {
                findings.same("the number of " + issued.getInvoiceId(), issued.getNumber(), number.getText());
                findings.same("the day of " + issued.getInvoiceId(), issued.getIssueDate(), number.getIssueDate());
            }
        });
        numbered.keySet().forEach(document -> findings.add(document + " has a number but is not issued"));
    }
}
