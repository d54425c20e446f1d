package io.fairlead.simulation;

import io.fairlead.party.CustomerId;
import io.fairlead.party.LivingCustomers;
import io.fairlead.party.MergeCustomer;
import io.fairlead.party.MergedCustomers;
import io.fairlead.party.event.CustomerMerged;
import java.util.HashMap;
import java.util.List;

/** Two customers turn out to be one; at times one that was merged before, or both the same, which is refused. */
final class MergeLife {

    private static final String CLERK = "idp|clerk";

    private final World world;
    private final Chance chance;

    MergeLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void merge() {
        var into = CustomerId.of(chance.of(Firm.CUSTOMERS));
        world.ask(new MergeCustomer(
                CustomerId.of(chance.of(Firm.CUSTOMERS)),
                into,
                new LivingCustomers(world.log()).of(into).orElse(null),
                "the same firm",
                CLERK,
                world.log().now()));
    }

    /** Who lives on for whom, by that part of the log. */
    static MergedCustomers merged(List<Recorded> known) {
        var into = new HashMap<String, String>();
        for (var each : known) {
            if (each.event() instanceof CustomerMerged merged) {
                into.put(merged.getCustomerId(), merged.getIntoCustomerId());
            }
        }
        return new MergedCustomers(into);
    }
}
