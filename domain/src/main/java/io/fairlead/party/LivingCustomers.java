package io.fairlead.party;

import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/** Which customer lives on for one that was merged, by the log itself; for commands that must not be behind it. */
public final class LivingCustomers {

    private final StreamHistory history;

    public LivingCustomers(StreamHistory history) {
        this.history = history;
    }

    /** What the customer lives on as, itself when it was never merged; empty when it was never registered. */
    public Optional<CustomerId> of(CustomerId id) {
        if (history.last(id.value(), CustomerRegistered.class).isEmpty()) {
            return Optional.empty();
        }
        var seen = new HashSet<String>();
        var last = id.value();
        while (seen.add(last)) {
            var merged = history.last(last, CustomerMerged.class);
            if (merged.isEmpty()) {
                break;
            }
            last = merged.get().getIntoCustomerId();
        }
        return Optional.of(new CustomerId(last));
    }

    /**
     * Refuses what a merge would be refused for, without merging; a merge that was told before is no other one.
     *
     * @throws RuleViolated P-04 one that was merged already, P-05 into none that lives on
     */
    public void requireMergeable(MergeCustomer command) {
        boolean isRepeat = history.last(command.customerId().value(), CustomerMerged.class)
                .filter(merged ->
                        merged.getIntoCustomerId().equals(command.into().value()))
                .isPresent();
        if (isRepeat) {
            return;
        }
        requireLiving(history.all(command.customerId().value()));
        command.requireOtherLiving();
    }

    static void requireLiving(List<SpecificRecord> stream) {
        for (var event : stream) {
            if (event instanceof CustomerMerged merged) {
                throw Customer.isMerged(merged);
            }
        }
    }
}
