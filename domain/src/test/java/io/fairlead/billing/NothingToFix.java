package io.fairlead.billing;

import io.fairlead.billing.event.BillingRunStarted;
import java.util.List;

/** A firm whose entries are all worth what they were priced with. */
final class NothingToFix implements PricedWorkLookup {

    @Override
    public List<PricedWork> toFix(BillingRunStarted run) {
        return List.of();
    }

    @Override
    public void catchUp() {}
}
