package io.fairlead.simulation.rule;

import io.fairlead.schema.RecordContract;
import io.fairlead.simulation.Facts;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/** What the domain writes keeps what its contracts promise: codes, units, ranges, kinds of ids. */
final class ContractsAreKept implements Rule {

    private static final Map<Schema, RecordContract> CONTRACTS = new ConcurrentHashMap<>();

    @Override
    public void check(Facts facts, Findings findings) {
        var broken = new LinkedHashSet<String>();
        for (var each : facts.events()) {
            var event = each.event();
            var contract = CONTRACTS.computeIfAbsent(event.getSchema(), RecordContract::of);
            contract.violations(event)
                    .forEach(violation ->
                            broken.add(event.getSchema().getName() + " breaks its contract, " + violation.sentence()));
        }
        broken.forEach(findings::add);
    }
}
