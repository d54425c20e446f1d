package io.fairlead.time.api;

import io.fairlead.time.OfferTime;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RetellTime;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Worked time as clients send it; contract, line, customer and company follow from project and task. */
public record NewTimeEntry(
        @Schema(description = "own key; made from source and sourceId, else from the idempotency key, when absent")
        @Nullable
        String id,

        @Schema(description = "system it comes from; api when absent", example = "toggl") @Nullable
        String source,

        @Schema(description = "identifier there", example = "17") @Nullable
        String sourceId,

        @NotNull @Schema(description = "who worked", example = "amy")
        String person,

        @NotNull @Schema(example = "p-2026-001") String project,

        @Schema(example = "design") @Nullable String task,

        @Schema(description = "kind of work; rates may hang on it") @Nullable
        String workType,

        @Schema(description = "begin, when known", example = "2026-03-31T09:00:00Z") @Nullable
        Instant startAt,

        @Schema(
                description = "end, when known; with startAt it gives the worked time",
                example = "2026-03-31T11:30:00Z")
        @Nullable
        Instant endAt,

        @Schema(
                description = "begin by the clock of the contract's zone, instead of startAt",
                example = "2026-03-31T11:00:00")
        @Nullable
        LocalDateTime start,

        @Schema(
                description = "end by the same clock; what it skips or repeats is not worked twice",
                example = "2026-03-31T13:30:00")
        @Nullable
        LocalDateTime end,

        @Schema(description = "day of work in the contract's zone; from the begin when absent", example = "2026-03-31")
        @Nullable
        LocalDate workDate,

        @Schema(description = "worked time, 1 to 86400; from begin and end when absent", example = "26400") @Nullable
        Integer seconds,

        @Schema(description = "BILLABLE, CREDITED or NON_BILLABLE; the task's, else BILLABLE, when absent") @Nullable
        String timeClass,

        @Schema(description = "what was done, at most 1000 characters") @Nullable
        String note,

        @Schema(description = "true offers it for approval at once, both or neither; false when absent") @Nullable
        Boolean submit) {

    /** What is sent to enter it. */
    Object command(RecordTime entry, Instant at) {
        if (sourceId != null) {
            return new RetellTime(entry, Boolean.TRUE.equals(submit), at); // Its source may edit it.
        }
        return Boolean.TRUE.equals(submit) ? new OfferTime(entry, at) : entry;
    }
}
