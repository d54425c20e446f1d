package io.fairlead.billing.run;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.item.BillingItemId;
import io.fairlead.billing.item.MakeDueItemReady;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;

/** Instalments become unbilled work when a run's cut-off reaches their day. Part of the billing run. */
final class DueItems {

    /** Makes them ready and returns when the views show it. */
    static void makeReady(BillingRunStarted run, UnbilledWorkLookup work, Commands commands) {
        var due = work.due(run);
        if (due.isEmpty()) {
            return;
        }
        for (var answer :
                commands.sendAll(due.stream().map(item -> ready(item, run)).toList())) {
            switch (answer) {
                case Accepted() -> {}
                case Refused(var reason) -> throw reason;
            }
        }
        work.awaitAll();
    }

    private static Keyed ready(String item, BillingRunStarted run) {
        return new Keyed(
                new MakeDueItemReady(new BillingItemId(item), run.getCutOff()),
                "due/" + item + "/" + run.getBillingRunId());
    }

    private DueItems() {}
}
