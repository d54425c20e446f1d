package io.fairlead.expense;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Ask under which key a source's expense is entered; answers with that key. The first to ask decides.
 *
 * @param expenseId follows from source and identifier there
 * @param wanted the key that it is to have
 * @param source system it comes from
 * @param sourceId identifier there
 */
public record NameExpense(
        @TargetAggregateIdentifier ExpenseId expenseId,
        ExpenseId wanted,
        String source,
        String sourceId,
        LegalEntityId legalEntityId) {

    public NameExpense {
        Check.text("source", source, 40);
        Check.text("sourceId", sourceId, 200);
    }
}
