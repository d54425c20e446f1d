package io.fairlead.store.axon;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.fairlead.schema.EventCodec;
import java.math.BigDecimal;
import org.apache.avro.specific.SpecificRecord;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.deser.std.FromStringDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/** JSON of aggregates' fields: values by their fields, Avro records as their binary form. */
final class StateJson {

    private StateJson() {}

    static JsonMapper mapper(EventCodec events) {
        var module = new SimpleModule("avro") {
            private static final long serialVersionUID = 1;

            @Override
            public void setupModule(SetupContext context) {
                super.setupModule(context);
                context.addDeserializers(new Deserializers.Base() {
                    @Override
                    public @Nullable ValueDeserializer<?> findBeanDeserializer(
                            JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                        return type.isTypeOrSubTypeOf(SpecificRecord.class)
                                ? new RecordReader(events, type.getRawClass())
                                : null;
                    }

                    @Override
                    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                        return SpecificRecord.class.isAssignableFrom(type);
                    }
                });
            }
        };
        module.addSerializer(SpecificRecord.class, new RecordWriter(events));
        module.addSerializer(Money.class, ToStringSerializer.instance);
        // As a number it would lose its scale on the way; numbers saved before are still read.
        module.addSerializer(BigDecimal.class, ToStringSerializer.instance);
        module.addDeserializer(Money.class, new FromStringDeserializer<>(Money.class) {
            @Override
            protected Money _deserialize(String value, DeserializationContext context) {
                return Money.parse(value);
            }
        });
        return JsonMapper.builder()
                .addModule(module)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .changeDefaultVisibility(seen -> seen.withVisibility(PropertyAccessor.ALL, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.CREATOR, Visibility.ANY))
                .build();
    }

    private static final class RecordWriter extends ValueSerializer<SpecificRecord> {

        private final EventCodec events;

        RecordWriter(EventCodec events) {
            this.events = events;
        }

        @Override
        public void serialize(SpecificRecord value, JsonGenerator json, SerializationContext context) {
            json.writeBinary(events.encode(value));
        }
    }

    private static final class RecordReader extends ValueDeserializer<Object> {

        private final EventCodec events;
        private final Class<?> type;

        RecordReader(EventCodec events, Class<?> type) {
            this.events = events;
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            return events.decodeAs(type.asSubclass(SpecificRecord.class), json.getBinaryValue());
        }
    }
}
