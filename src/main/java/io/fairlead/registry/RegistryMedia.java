package io.fairlead.registry;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Bodies on the registry's wire. Unknown fields are ignored, doubled ones refused. */
final class RegistryMedia {

    static final String V1 = "application/vnd.schemaregistry.v1+json";
    static final String ANY_VERSION = "application/vnd.schemaregistry+json";
    static final String JSON = "application/json";

    /** Strict but for unknown fields, which later clients send. */
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual, text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .withCoercionConfig(
                    LogicalType.Integer, number -> number.setCoercion(CoercionInputShape.Float, CoercionAction.Fail))
            .build();

    private RegistryMedia() {}

    /** A schema to register, look up or test. */
    record SchemaRequest(
            @Nullable String schema,
            @Nullable String schemaType,
            @Nullable List<Reference> references,
            @Nullable Integer id,
            @Nullable Integer version) {

        /** The schema's text. */
        String text() {
            if (schemaType != null && !schemaType.equals("AVRO")) {
                throw RegistryProblem.invalidSchema("schema type " + schemaType + " is not supported, only AVRO");
            }
            if (schema == null || schema.isBlank()) {
                throw RegistryProblem.invalidSchema("field 'schema' is empty: give the schema as JSON text");
            }
            return schema;
        }

        List<Reference> referenced() {
            if (references == null) {
                return List.of();
            }
            if (references.stream().anyMatch(reference -> !Reference.isWhole(reference))) {
                throw RegistryProblem.invalidSchema("each of 'references' names a type, a subject and a version");
            }
            return references;
        }

        int wishedId() {
            return id == null ? 0 : id;
        }

        int wishedVersion() {
            return version == null ? 0 : version;
        }
    }

    /** A compatibility level to set. */
    record LevelRequest(@Nullable String compatibility) {}

    /** A mode to set. */
    record ModeRequest(@Nullable String mode) {}

    /**
     * The body as a request.
     *
     * @throws RegistryProblem 400 when it is no JSON object of this shape
     */
    static <T> T read(@Nullable String body, Class<T> type) {
        if (body == null || body.isBlank()) {
            throw RegistryProblem.malformed("The request has no body: send a JSON object");
        }
        try {
            var request = MAPPER.readValue(body, type);
            if (request == null) {
                throw RegistryProblem.malformed("The body is null: send a JSON object");
            }
            return request;
        } catch (JacksonException e) {
            throw RegistryProblem.malformed("The body is no JSON object of this request: " + SchemaJson.told(e));
        }
    }
}
