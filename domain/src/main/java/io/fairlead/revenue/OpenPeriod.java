package io.fairlead.revenue;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Name days of a company's books that are closed together. Calendar months need not be opened: closing one opens it.
 *
 * @param accountingPeriodId the company's stream
 * @param legalEntityId the company
 * @param period its name
 * @param from first day
 * @param to first day after it; null for the last period of a company that ends
 */
public record OpenPeriod(
        @TargetAggregateIdentifier AccountingPeriodId accountingPeriodId,
        LegalEntityId legalEntityId,
        String period,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to) {

    public OpenPeriod {
        Check.text("period", period, 20);
        Check.day("from", from);
        Check.period("to", from, to);
    }
}
