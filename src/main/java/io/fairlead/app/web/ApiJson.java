package io.fairlead.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.schema.StorableText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/** JSON as the API reads and writes it: nothing is guessed, amounts are never binary fractions. */
@Configuration(proxyBeanMethods = false)
public class ApiJson {

    static final int DEPTH_MAX = 50;
    static final int TEXT_LENGTH_MAX = 100_000;
    static final int NUMBER_LENGTH_MAX = 200;

    /** Of one body: 10 MB of empty objects would be 280 MB of memory. */
    static final int TOKENS_MAX = 2_000_000;

    @Bean
    JsonFactoryBuilderCustomizer limits() {
        return factory -> factory.streamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH_MAX)
                .maxStringLength(TEXT_LENGTH_MAX)
                .maxNumberLength(NUMBER_LENGTH_MAX)
                .maxNameLength(1_000)
                .maxTokenCount(TOKENS_MAX)
                .build());
    }

    @Bean
    JsonMapperBuilderCustomizer strict() {
        return ApiJson::configure;
    }

    /** A mapper for tests and tools outside Spring. */
    static void configure(JsonMapper.Builder json) {
        json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .withCoercionConfig(
                        LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Integer, number -> number.setCoercion(
                                CoercionInputShape.String, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
                .withCoercionConfig(
                        LogicalType.Boolean, flag -> flag.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail))
                .withCoercionConfig(LogicalType.Float, decimal -> decimal.setCoercion(
                                CoercionInputShape.EmptyString, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("fairlead-values")
                        .addSerializer(BigDecimal.class, new AsText())
                        .addDeserializer(BigDecimal.class, new PlainDecimal())
                        .addDeserializer(LocalDate.class, new TextOnly<>(LocalDate.class, Days::parse))
                        .addDeserializer(Instant.class, new TextOnly<>(Instant.class, Days::instant))
                        .addDeserializer(String.class, new StorableOnly()));
    }

    /** Amounts as text, since readers would make binary fractions of numbers. */
    private static final class AsText extends StdSerializer<BigDecimal> {

        AsText() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal amount, JsonGenerator json, SerializationContext context) {
            json.writeString(ShownAmount.of(amount, json.streamWriteContext()));
        }
    }

    /** Amounts as numbers, or as text as people write them: no exponents, signs of plus or blanks. */
    private static final class PlainDecimal extends StdDeserializer<BigDecimal> {

        private static final Pattern FORM = Pattern.compile("-?[0-9]+([.][0-9]+)?");

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken().isNumeric()) {
                return parser.getDecimalValue();
            }
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (BigDecimal) context.handleUnexpectedToken(context.constructType(handledType()), parser);
            }
            var text = parser.getString();
            return text.length() <= NUMBER_LENGTH_MAX && FORM.matcher(text).matches()
                    ? new BigDecimal(text)
                    : (BigDecimal) context.handleWeirdStringValue(handledType(), text, "no plain decimal");
        }
    }

    /** Dates as ISO 8601 text and in no other form. */
    private static final class TextOnly<T> extends StdDeserializer<T> {

        private final Function<String, T> parse;

        TextOnly(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        @SuppressWarnings("unchecked")
        public T deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return (T) context.handleUnexpectedToken(context.constructType(handledType()), parser);
            }
            var text = parser.getString();
            try {
                return parse.apply(text);
            } catch (Refused outOfRange) {
                throw InvalidFormatException.from(parser, Days.RANGE, text, handledType());
            } catch (DateTimeException bad) {
                return (T) context.handleWeirdStringValue(handledType(), text, "no ISO 8601 text");
            }
        }
    }

    /** Text without what can be neither stored nor shown; ends of lines may stand in it, and single lines refuse them later. */
    private static final class StorableOnly extends StdDeserializer<String> {

        StorableOnly() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                return StringDeserializer.instance.deserialize(parser, context);
            }
            var text = parser.getString();
            var fault = StorableText.faultOfLines(text);
            if (fault.isPresent()) {
                throw InvalidFormatException.from(parser, "the text " + fault.get(), "", String.class);
            }
            return text;
        }
    }
}
