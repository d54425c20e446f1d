package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.simulation.Facts;
import java.math.BigDecimal;
import java.util.Collection;

/** What credits take of the lines of an invoice. Part of {@link CreditsAddUp}. */
final class CreditedLines {

    /** By line: a part of work and of the draw that pays it come to 0 together, as the whole does. */
    static boolean areWhole(Facts facts, String invoice, Collection<CreditReserved> credits) {
        return InvoicesAddUp.reviewed(facts, invoice).stream()
                .allMatch(line -> net(credits, line.getLineNo()).compareTo(line.getNet()) == 0);
    }

    private static BigDecimal net(Collection<CreditReserved> credits, int lineNo) {
        return credits.stream()
                .flatMap(credit -> credit.getLines().stream())
                .filter(line -> line.getInvoiceLineNo() == lineNo)
                .map(CreditLine::getNet)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private CreditedLines() {}
}
