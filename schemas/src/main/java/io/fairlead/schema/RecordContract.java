package io.fairlead.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/**
 * The contracts of all fields of a record and of the records in it. Made once for a schema, it then checks many records of it.
 * Thread-safe.
 */
public final class RecordContract {

    private final Schema schema;
    private final List<FieldCheck> checks = new ArrayList<>();

    private RecordContract(Schema schema) {
        this.schema = schema;
    }

    /**
     * The contract of a record's schema.
     *
     * @throws IllegalArgumentException naming record and field when a property is malformed
     */
    public static RecordContract of(Schema schema) {
        if (schema.getType() != Schema.Type.RECORD) {
            throw new IllegalArgumentException(schema.getType() + " is no record; give an event's schema");
        }
        return of(schema, new HashMap<>());
    }

    private static RecordContract of(Schema schema, Map<String, RecordContract> known) {
        var before = known.get(schema.getFullName());
        if (before != null) {
            return before;
        }
        var made = new RecordContract(schema);
        known.put(schema.getFullName(), made); // Before its fields, since a record may hold itself.
        for (var field : schema.getFields()) {
            try {
                var check = new FieldCheck(field, known);
                if (check.canFindSomething()) {
                    made.checks.add(check);
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(schema.getFullName() + ", " + e.getMessage(), e);
            }
        }
        return made;
    }

    /**
     * What the record breaks, in the order of its fields; empty when it keeps all it promises.
     *
     * @param record of this very schema, by generated classes or generic; values with or without logical types' conversions
     * @throws IllegalArgumentException when the record has another schema
     */
    public List<ContractViolation> violations(IndexedRecord record) {
        if (record.getSchema() != schema && !record.getSchema().equals(schema)) {
            throw new IllegalArgumentException(
                    "a record of another schema than " + schema.getFullName() + "; make a contract for its schema");
        }
        var found = new ArrayList<ContractViolation>(0);
        check(record, "", false, found);
        return found;
    }

    private void check(IndexedRecord record, String prefix, boolean hidden, List<ContractViolation> found) {
        for (var check : checks) {
            var value = record.get(check.position);
            if (value != null) {
                check.check(value, prefix, check.name, hidden || check.contract.isHidden(), found);
            }
        }
    }

    /** One field's contract, and those of the records that it holds. */
    private static final class FieldCheck {

        private final int position;
        private final String name;
        private final FieldContract contract;
        private final Map<String, RecordContract> records = new HashMap<>();
        private final Map<Schema.Type, LogicalType> logicalTypes = new EnumMap<>(Schema.Type.class);

        FieldCheck(Schema.Field field, Map<String, RecordContract> known) {
            position = field.pos();
            name = field.name();
            contract = FieldContract.of(field);
            collect(field.schema(), known);
        }

        private void collect(Schema type, Map<String, RecordContract> known) {
            switch (type.getType()) {
                case RECORD -> records.put(type.getFullName(), of(type, known));
                case ARRAY -> collect(type.getElementType(), known);
                case MAP -> collect(type.getValueType(), known);
                case UNION -> type.getTypes().forEach(branch -> collect(branch, known));
                case INT, LONG, BYTES -> {
                    if (type.getLogicalType() != null) {
                        logicalTypes.put(type.getType(), type.getLogicalType());
                    }
                }
                case ENUM, FIXED, STRING, FLOAT, DOUBLE, BOOLEAN, NULL -> {}
            }
        }

        boolean canFindSomething() {
            return !contract.promisesNothing() || !records.isEmpty();
        }

        /** The place of the value is prefix + step; the two are put together only for what is broken. */
        void check(Object value, String prefix, String step, boolean hidden, List<ContractViolation> found) {
            switch (value) {
                case Collection<?> elements -> {
                    int i = 0;
                    for (var element : elements) {
                        if (element != null) {
                            check(element, prefix, step + "[" + i + "]", hidden, found);
                        }
                        i++;
                    }
                }
                case Map<?, ?> entries ->
                    entries.forEach((key, entry) -> {
                        if (entry != null) {
                            check(entry, prefix, step + "[" + (hidden ? "*" : key) + "]", hidden, found);
                        }
                    });
                case IndexedRecord record -> {
                    var inner = records.get(record.getSchema().getFullName());
                    if (inner != null) {
                        inner.check(record, prefix + step + ".", hidden, found);
                    }
                }
                default -> single(converted(value), prefix, step, hidden, found);
            }
        }

        private void single(Object value, String prefix, String step, boolean hidden, List<ContractViolation> found) {
            for (var broken : contract.broken(value)) {
                found.add(new ContractViolation(
                        prefix + step,
                        broken.rule(),
                        FieldContract.kindOf(value),
                        hidden ? null : FieldContract.shown(value),
                        broken.promised()));
            }
        }

        /** What the logical type means by a value that its reader left as it is stored. */
        private Object converted(Object value) {
            return switch (value) {
                case Integer days when logicalTypes.get(Schema.Type.INT) instanceof LogicalTypes.Date ->
                    LocalDate.ofEpochDay(days);
                case Long micros when logicalTypes.get(Schema.Type.LONG) instanceof LogicalTypes.TimestampMicros ->
                    Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
                case Long millis when logicalTypes.get(Schema.Type.LONG) instanceof LogicalTypes.TimestampMillis ->
                    Instant.ofEpochMilli(millis);
                case ByteBuffer bytes when logicalTypes.get(Schema.Type.BYTES) instanceof LogicalTypes.Decimal type ->
                    decimal(bytes, type.getScale());
                default -> value;
            };
        }

        private static BigDecimal decimal(ByteBuffer bytes, int scale) {
            var unscaled = new byte[bytes.remaining()];
            bytes.duplicate().get(unscaled);
            return new BigDecimal(new BigInteger(unscaled), scale);
        }
    }
}
