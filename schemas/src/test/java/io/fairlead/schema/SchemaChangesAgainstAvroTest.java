package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.util.RandomData;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** Random contracts and changes of them: what Avro refuses is breaking, and what is not breaking says what it said. */
class SchemaChangesAgainstAvroTest {

    private static final int PAIRS = 4_000;

    @Test
    void what_avro_cannot_read_is_breaking_and_what_is_not_breaking_reads_the_same() throws IOException {
        int refused = 0;
        int harmless = 0;
        int breaking = 0;
        for (long seed = 1; seed <= PAIRS; seed++) {
            var contracts = new RandomContracts(seed);
            var event = contracts.event();
            Schema released;
            Schema today;
            try {
                released = parsed(event);
                today = parsed(contracts.changed(event));
            } catch (AvroRuntimeException notAvro) {
                continue;
            }
            var changes = new SchemaComparison(released, today).changes();
            boolean hurts = changes.stream().anyMatch(SchemaChange::isBreaking);
            var context = "seed " + seed + ": " + released + "\n-> " + today + "\n" + changes;
            if (!isReadable(released, today)) {
                refused++;
                assertThat(hurts).as(context).isTrue();
            }
            if (hurts) {
                breaking++;
            } else {
                harmless++;
                assertReadsTheSame(released, today, seed, context);
            }
        }
        assertThat(refused).as("pairs that Avro refuses").isGreaterThan(PAIRS / 10);
        assertThat(breaking).as("pairs that break").isGreaterThan(refused);
        assertThat(harmless).as("pairs that break nothing").isGreaterThan(PAIRS / 10);
    }

    private static boolean isReadable(Schema released, Schema today) {
        try {
            return SchemaCompatibility.checkReaderWriterCompatibility(today, released)
                            .getType()
                    == SchemaCompatibilityType.COMPATIBLE;
        } catch (AvroRuntimeException e) {
            return false;
        }
    }

    private static void assertReadsTheSame(Schema released, Schema today, long seed, String context)
            throws IOException {
        for (var stored : new RandomData(released, 3, seed)) {
            var bytes = new ByteArrayOutputStream();
            var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(released).write(stored, encoder);
            Object read;
            try {
                read = new GenericDatumReader<>(released, today)
                        .read(null, DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null));
            } catch (AvroRuntimeException e) {
                throw new AssertionFailedError(context, e);
            }
            assertSame(stored, released, read, today, context);
        }
    }

    private static void assertSame(Object stored, Schema was, Object read, Schema is, String context) {
        var then = branch(was, stored);
        var now = branch(is, read);
        assertThat(now.getProp("logicalType")).as(context).isEqualTo(then.getProp("logicalType"));
        assertThat(now.getObjectProp("scale")).as(context).isEqualTo(then.getObjectProp("scale"));
        switch (stored) {
            case GenericRecord record -> {
                for (var field : then.getFields()) {
                    var reader = now.getFields().stream()
                            .filter(one -> one.aliases().contains(field.name()))
                            .findFirst()
                            .orElse(now.getField(field.name()));
                    assertThat(reader).as(context).isNotNull();
                    assertSame(
                            record.get(field.pos()),
                            field.schema(),
                            ((GenericRecord) read).get(reader.pos()),
                            reader.schema(),
                            context);
                }
            }
            case Collection<?> elements -> {
                var others = ((Collection<?>) read).iterator();
                assertThat((Collection<?>) read).as(context).hasSameSizeAs(elements);
                elements.forEach(element ->
                        assertSame(element, then.getElementType(), others.next(), now.getElementType(), context));
            }
            case Map<?, ?> entries -> {
                assertThat((Map<?, ?>) read).as(context).hasSameSizeAs(entries);
                var texts = new HashMap<String, Object>();
                ((Map<?, ?>) read).forEach((key, value) -> texts.put(key.toString(), value));
                entries.forEach((key, value) -> {
                    var other = texts.get(key.toString());
                    if (value == null || other == null) {
                        assertThat(other).as(context).isEqualTo(value);
                    } else {
                        assertSame(value, then.getValueType(), other, now.getValueType(), context);
                    }
                });
            }
            case Integer number
            when read instanceof Long wide -> assertThat(wide).as(context).isEqualTo(number.longValue());
            case Integer number
            when read instanceof Double wide -> assertThat(wide).as(context).isEqualTo(number.doubleValue());
            case Float number
            when read instanceof Double wide -> assertThat(wide).as(context).isEqualTo(number.doubleValue());
            case CharSequence text -> assertThat(read).as(context).hasToString(text.toString());
            case GenericData.EnumSymbol symbol -> assertThat(read).as(context).hasToString(symbol.toString());
            case null -> assertThat(read).as(context).isNull();
            default -> assertThat(read).as(context).isEqualTo(stored);
        }
    }

    private static Schema branch(Schema schema, Object value) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value))
                : schema;
    }

    private static Schema parsed(ObjectNode event) {
        return new Schema.Parser().parse(event.toString());
    }
}
