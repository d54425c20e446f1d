package io.fairlead.testing;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.pricing.PricedWorkLookup;
import java.util.List;

/** For processes under test: a firm whose entries are all worth what they were priced with. */
public final class NothingToFix implements PricedWorkLookup {

    @Override
    public List<PricedWork> toFix(BillingRunStarted run) {
        return List.of();
    }

    @Override
    public void catchUp() {}
}
