package io.fairlead.party.api;

import io.fairlead.party.SchemedId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** An identifier under a scheme, as people send it. */
public record NewSchemedId(
        @NotNull @Schema(description = "four digits: EAS for addresses, ISO 6523 for registers", example = "0204")
        String scheme,

        @NotNull @Schema(example = "991-12345-67") String id) {

    static @Nullable SchemedId orNull(@Nullable NewSchemedId body) {
        return body == null ? null : new SchemedId(body.scheme(), body.id());
    }
}
