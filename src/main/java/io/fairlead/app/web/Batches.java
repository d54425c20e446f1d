package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotNull;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the items of a batch one by one, so that a broken one refuses only itself. */
@Component
public class Batches {

    private final JsonMapper json;
    private final Validator validator;

    Batches(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** Items not looked at yet. */
    public record Items(@NotNull List<JsonNode> items) {}

    /** Ids, with or without their kind. */
    public record Ids(
            @NotNull @Schema(description = "1 to 5000 ids") List<@NotNull String> ids) {}

    /** One item as its record; refused when it lacks something or has something unknown. */
    public <T> T read(JsonNode item, Class<T> type) {
        var value = json.treeToValue(item, type);
        if (value == null) {
            throw new Refused(new Refusal(422, "FIELD_INVALID", null, "the item is null", "send an object {..}"));
        }
        validator.validate(value).stream()
                .map(ConstraintViolation::getPropertyPath)
                .map(Object::toString)
                .min(Comparator.naturalOrder())
                .ifPresent(field -> {
                    throw new Refused(MasterDataReader.missing(field));
                });
        return value;
    }
}
