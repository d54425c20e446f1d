package io.fairlead.app.schemas;

import io.fairlead.schema.ContractViolation;
import io.fairlead.schema.RecordContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.avro.specific.SpecificRecord;

/** What today's events promise, made once for each of them. Thread-safe. */
final class EventContracts {

    private static final Pattern INDEX = Pattern.compile("\\[[^]]*]");

    private final Map<Class<?>, RecordContract> contracts = new ConcurrentHashMap<>();

    /** What the event breaks of its contract, each kind at each path once; empty when it keeps all of it. */
    List<Breach> breaches(SpecificRecord event) {
        var violations = contracts
                .computeIfAbsent(event.getClass(), _ -> RecordContract.of(event.getSchema()))
                .violations(event);
        return violations.isEmpty()
                ? List.of()
                : violations.stream().map(EventContracts::breach).toList();
    }

    private static Breach breach(ContractViolation violation) {
        var value = violation.value();
        return new Breach(
                INDEX.matcher(violation.path()).replaceAll("[]"),
                violation.rule(),
                violation.promised(),
                value == null ? violation.kind() : violation.kind() + " " + value);
    }
}
