package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Answer to an accepted command, the same when it is repeated.
 *
 * @param id stream key of what it concerns
 * @param position to read one's own write with {@code ?at-least=}; 0 when the command changed nothing
 */
@Schema(description = "An accepted command")
public record Accepted(
        @Schema(description = "stream key", example = "customer:acme")
        String id,

        @Schema(description = "position in the log, for ?at-least=; 0 when nothing changed", example = "4711")
        long position) {}
