package io.fairlead.time.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.time.AdjustTime;
import io.fairlead.time.DeferTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.WithdrawTimeApproval;
import io.fairlead.time.WriteOffTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happens to worked time after its approval, entry by entry. */
@RestController
@RequestMapping("/v1/time-entries/{id}")
@Tag(name = "Time entries")
public class TimeChangeApi {

    private final CommandResponder desk;
    private final ChangedOverlaps overlaps;
    private final InstantSource clock;

    TimeChangeApi(CommandResponder desk, ChangedOverlaps overlaps, InstantSource clock) {
        this.desk = desk;
        this.overlaps = overlaps;
        this.clock = clock;
    }

    /** A difference. */
    public record Adjustment(
            @NotNull @Schema(description = "added to the worked time; below zero takes away", example = "-3600")
            Integer secondsDelta,

            @NotNull String reason) {}

    /** Why an approval is taken back. */
    public record Withdrawal(
            @NotNull @Schema(example = "wrong project") String reason) {}

    /** What is given up. */
    public record WriteOff(
            @Schema(description = "how much of what is unbilled; all of it when absent", example = "7200") @Nullable
            Integer seconds,

            @Schema(description = "day it counts for in the books; today in UTC when absent") @Nullable
            LocalDate on,

            @NotNull @Schema(example = "goodwill") String reason) {}

    /** How long it waits. */
    public record Deferral(
            @NotNull @Schema(description = "runs with a cut-off from this day on take it again")
            LocalDate until,

            @NotNull @Schema(example = "the customer asked for one invoice in May")
            String reason) {}

    @PostMapping("/adjustments")
    @Operation(summary = "Correct worked time by a difference, approved or not; billed time gets a proposed credit")
    ResponseEntity<Accepted> adjust(Call call, @PathVariable String id, @Valid @RequestBody Adjustment body) {
        var entry = TimeEntryId.of(id);
        overlaps.requireNone(entry, body.secondsDelta());
        return desk.accept(call, entry, new AdjustTime(entry, body.secondsDelta(), body.reason(), call.actor()));
    }

    @PostMapping("/withdrawal")
    @Operation(summary = "Take an approval back; a draft lets go first, of billed time the approval is in doubt")
    ResponseEntity<Accepted> withdraw(Call call, @PathVariable String id, @Valid @RequestBody Withdrawal body) {
        var entry = TimeEntryId.of(id);
        var command = new WithdrawTimeApproval(entry, body.reason(), call.actor(), clock.instant());
        return desk.accept(call, entry, command);
    }

    @PostMapping("/write-off")
    @Operation(summary = "Give up unbilled time")
    ResponseEntity<Accepted> writeOff(Call call, @PathVariable String id, @Valid @RequestBody WriteOff body) {
        var entry = TimeEntryId.of(id);
        var on = body.on() == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : body.on();
        return desk.accept(call, entry, new WriteOffTime(entry, body.seconds(), body.reason(), call.actor(), on));
    }

    @PostMapping("/deferral")
    @Operation(summary = "Keep unbilled time out of billing runs until a day")
    ResponseEntity<Accepted> defer(Call call, @PathVariable String id, @Valid @RequestBody Deferral body) {
        var entry = TimeEntryId.of(id);
        return desk.accept(call, entry, new DeferTime(entry, body.until(), body.reason(), call.actor()));
    }
}
