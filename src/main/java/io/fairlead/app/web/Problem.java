package io.fairlead.app.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 writes it.
 *
 * @param type stable URN made of the code
 * @param title the status in words
 * @param status HTTP status
 * @param detail what is wrong
 * @param code stable code of the rule
 * @param field of the request at fault, as a path
 * @param hint what to do
 * @param traceId to find the request in the server's log
 * @param instance path of the request
 */
@Schema(description = "A refusal, RFC 9457")
public record Problem(
        @Schema(example = "urn:fairlead:problem:t-03") String type,
        @Schema(example = "Unprocessable Content") String title,
        @Schema(example = "422") int status,
        @Schema(example = "nobody approves their own time") String detail,

        @Schema(description = "stable code of the rule", example = "T-03")
        String code,

        @Schema(description = "field of the request at fault, as a path", example = "approvedBy") @Nullable
        String field,

        @Schema(description = "what to do", example = "let somebody else approve it") @Nullable
        String hint,

        @Schema(description = "finds the request in the server's log")
        String traceId,

        @Schema(example = "/v1/time-entries/4711/approval") String instance) {}
