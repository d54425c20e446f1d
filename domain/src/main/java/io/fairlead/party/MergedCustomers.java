package io.fairlead.party;

import io.fairlead.party.event.CustomerMerged;
import io.fairlead.shared.StreamHistory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;

/**
 * Customers that were merged into others.
 *
 * @param into by the id of the one that went, the one that it was merged into; customer:<code> both
 */
public record MergedCustomers(Map<String, String> into) {

    /** Nobody was. */
    public static final MergedCustomers NONE = new MergedCustomers(Map.of());

    public MergedCustomers {
        into = Map.copyOf(into);
    }

    /** The merges that concern these customers, as the log has them. */
    public static MergedCustomers among(StreamHistory history, String... customerIds) {
        var into = new HashMap<String, String>();
        for (var id : customerIds) {
            var last = id;
            for (var merged = history.last(last, CustomerMerged.class);
                    merged.isPresent() && !into.containsKey(last);
                    merged = history.last(last, CustomerMerged.class)) {
                into.put(last, merged.get().getIntoCustomerId());
                last = merged.get().getIntoCustomerId();
            }
        }
        return new MergedCustomers(into);
    }

    /** The one that lives on for a customer: itself when it was never merged. */
    public String livingOne(String customerId) {
        var seen = new HashSet<String>();
        var last = customerId;
        while (seen.add(last)) {
            last = into.getOrDefault(last, last);
        }
        return last;
    }

    /** Whether both are one by now. */
    public boolean areSame(String one, String other) {
        return livingOne(one).equals(livingOne(other));
    }
}
