package io.fairlead.billing.credit;

import static io.fairlead.billing.credit.CreditExamples.ask;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Credits of one invoice, each granted with those before it in mind. */
final class CreditSequence {

    private final List<CreditReserved> granted = new ArrayList<>();

    /** Those granted so far, the first one first. */
    List<CreditReserved> granted() {
        return Collections.unmodifiableList(granted);
    }

    void credit(List<Object> invoice, CreditRequest... lines) {
        granted.add(next(invoice, lines));
    }

    /** Credits all that is left, by the whole document. */
    void creditRest(List<Object> invoice, Disposition rest) {
        granted.add(grant(invoice).of(CreditExamples.askForAll(rest)));
    }

    void refuses(List<Object> invoice, String reason, CreditRequest... lines) {
        assertThatThrownBy(() -> next(invoice, lines))
                .isInstanceOf(RuleViolated.class)
                .hasMessageContaining(reason);
    }

    private CreditReserved next(List<Object> invoice, CreditRequest... lines) {
        return grant(invoice).of(ask(CreditNoteId.of("crn-" + (granted.size() + 1)), lines));
    }

    private CreditGrant grant(List<Object> invoice) {
        return CreditExamples.grant(invoice, granted.toArray(CreditReserved[]::new));
    }
}
