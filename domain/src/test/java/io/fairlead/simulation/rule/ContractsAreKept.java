package io.fairlead.simulation.rule;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.schema.RecordContract;
import io.fairlead.simulation.Facts;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.avro.Schema;

/**
 * What the domain writes keeps what its contracts promise: codes, units, ranges, kinds of ids, and sentences that people can read:
 * no value that is missing, no amount with the zeros that storing adds, no control.
 */
final class ContractsAreKept implements Rule {

    private static final Map<Schema, RecordContract> CONTRACTS = new ConcurrentHashMap<>();

    private static final Pattern OF_MACHINES =
            Pattern.compile("\\bnull\\b|\\d\\.\\d\\d00\\b|Optional\\[|\\p{Cntrl}|\\{\"");

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
        facts.each(ExceptionRaised.class)
                .filter(item -> OF_MACHINES.matcher(item.getSentence()).find())
                .forEach(item -> broken.add("nobody writes like this: " + item.getSentence()));
        broken.forEach(findings::add);
    }
}
