package io.fairlead.time.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Headers;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.CorrectTime;
import io.fairlead.time.RejectTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Worked time, entry by entry. */
@RestController
@RequestMapping("/v1/time-entries")
@Tag(name = "Time entries")
public class TimeEntryApi {

    private final CommandResponder desk;
    private final TimeRecorder recorder;
    private final ChangedOverlaps overlaps;
    private final InstantSource clock;

    TimeEntryApi(CommandResponder desk, TimeRecorder recorder, ChangedOverlaps overlaps, InstantSource clock) {
        this.desk = desk;
        this.recorder = recorder;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /** What was wrong with an entry. */
    public record Correction(
            @NotNull LocalDate workDate,

            @NotNull @Schema(description = "1 to 86400; 0 takes approved time back", example = "3600")
            Integer seconds,

            @NotNull String reason) {}

    /** Why not. */
    public record Rejection(
            @NotNull @Schema(example = "wrong project") String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Enter worked time",
            description =
                    "Split at midnight where the contract says so; Fairlead-Also then names the entries of further days.")
    ResponseEntity<Accepted> record(Call call, @Valid @RequestBody NewTimeEntry body) {
        var entries = recorder.opened().commands(body, call);
        var id = entries.getFirst().timeEntryId();
        var others = entries.subList(1, entries.size());
        var now = clock.instant();
        var answer = desk.create(
                call,
                "/v1/time-entries/" + id,
                id,
                body.command(entries.getFirst(), now),
                others.stream().map(entry -> body.command(entry, now)).toList());
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        Headers.ALSO,
                        others.stream()
                                .map(other -> other.timeEntryId().value())
                                .toArray(String[]::new))
                .body(answer.getBody());
    }

    @PostMapping("/{id}/corrections")
    @Operation(summary = "Change worked time; approved time keeps its day, billed time gets a proposed credit")
    ResponseEntity<Accepted> correct(Call call, @PathVariable String id, @Valid @RequestBody Correction body) {
        var entry = TimeEntryId.of(id);
        overlaps.requireNone(entry, body.workDate(), body.seconds());
        return desk.accept(
                call, entry, new CorrectTime(entry, body.workDate(), body.seconds(), body.reason(), call.actor()));
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Offer recorded time for approval")
    ResponseEntity<Accepted> submit(Call call, @PathVariable String id) {
        var entry = TimeEntryId.of(id);
        return desk.accept(call, entry, new SubmitTime(entry, call.actor(), clock.instant()));
    }

    @PostMapping("/{id}/approval")
    @Operation(summary = "Accept submitted time; not by its author (T-03)")
    ResponseEntity<Accepted> approve(Call call, @PathVariable String id) {
        var entry = TimeEntryId.of(id);
        return desk.accept(call, entry, new ApproveTime(entry, call.actor(), clock.instant()));
    }

    @PostMapping("/{id}/rejection")
    @Operation(summary = "Send submitted time back")
    ResponseEntity<Accepted> reject(Call call, @PathVariable String id, @Valid @RequestBody Rejection body) {
        var entry = TimeEntryId.of(id);
        return desk.accept(call, entry, new RejectTime(entry, call.actor(), body.reason(), clock.instant()));
    }
}
