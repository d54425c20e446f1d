package io.fairlead.time.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Headers;
import io.fairlead.time.MoveTime;
import io.fairlead.time.TimeEntryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Worked time that was for another line, project or customer. */
@RestController
@RequestMapping("/v1/time-entries/{id}/move")
@Tag(name = "Time entries")
public class TimeMoveApi {

    private final CommandResponder desk;
    private final TimeMover mover;
    private final ChangedOverlaps overlaps;

    TimeMoveApi(CommandResponder desk, TimeMover mover, ChangedOverlaps overlaps) {
        this.desk = desk;
        this.mover = mover;
        this.overlaps = overlaps;
    }

    /** Where to. */
    public record TimeMove(
            @NotNull @Schema(example = "p-2026-002") String project,

            @Schema(description = "task there; none when absent") @Nullable
            String task,

            @Schema(description = "contract line there; the task's, else the project's, when absent") @Nullable
            Integer lineNo,

            @Schema(description = "BILLABLE, CREDITED or NON_BILLABLE; the entry's or the task's when absent") @Nullable
            String timeClass,

            @NotNull @Schema(example = "it was for the other project")
            String reason) {}

    @PostMapping
    @Operation(
            summary = "Move worked time; it is an entry of its own there, which Fairlead-Also names",
            description =
                    "What is unbilled here goes, with its limits; of what is billed a credit is proposed. Approved time"
                            + " is approved there by who moves it: neither its author nor who worked (T-03).")
    ResponseEntity<Accepted> move(Call call, @PathVariable String id, @Valid @RequestBody TimeMove body) {
        var entry = TimeEntryId.of(id);
        MoveTime command = mover.command(entry, body, call.actor());
        overlaps.requireNone(command);
        var answer = desk.accept(call, entry, command);
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(Headers.ALSO, command.movedTo().value())
                .body(answer.getBody());
    }

    @PostMapping("/preview")
    @Operation(summary = "Tell what a move would do, or its refusal; record nothing")
    ResponseEntity<MovePreview> preview(Call call, @PathVariable String id, @Valid @RequestBody TimeMove body) {
        return ResponseEntity.ok(mover.preview(TimeEntryId.of(id), body, call.actor()));
    }
}
