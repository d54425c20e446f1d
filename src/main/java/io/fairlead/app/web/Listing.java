package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One page of a list, as clients see it. */
public record Listing<T>(
        List<T> items,

        @Schema(description = "cursor of the next page; absent on the last; also as Link rel=next") @Nullable
        String next) {}
