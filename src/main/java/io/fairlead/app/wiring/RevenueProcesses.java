package io.fairlead.app.wiring;

import io.fairlead.app.accounting.LogAccountingDays;
import io.fairlead.revenue.RevenueInputsLookup;
import io.fairlead.revenue.WhenContractAmendedThenModify;
import io.fairlead.revenue.WhenContractSignedThenOpenObligations;
import io.fairlead.revenue.WhenPeriodClosedThenRecognise;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.util.stream.Stream;

/** The processes of revenue. */
final class RevenueProcesses {

    static Stream<Object> of(
            RevenueInputsLookup inputs, RevenuePolicy policy, Commands commands, StreamHistory history) {
        return Stream.of(
                new WhenContractSignedThenOpenObligations(commands, policy.withinLimit()),
                new WhenContractAmendedThenModify(
                        inputs, new LogAccountingDays(history), commands, history, policy.withinLimit()),
                new WhenPeriodClosedThenRecognise(inputs, commands));
    }

    private RevenueProcesses() {}
}
