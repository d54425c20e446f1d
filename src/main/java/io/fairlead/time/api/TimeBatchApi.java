package io.fairlead.time.api;

import io.fairlead.app.web.BatchAnswer;
import io.fairlead.app.web.Batches;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.CommandResponder.Draft;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Worked time, up to 5,000 entries at once; each is refused on its own. */
@RestController
@RequestMapping("/v1/time-entries")
@Tag(name = "Time entries")
public class TimeBatchApi {

    private final CommandResponder desk;
    private final Batches batches;
    private final TimeRecorder recorder;
    private final InstantSource clock;

    TimeBatchApi(CommandResponder desk, Batches batches, TimeRecorder recorder, InstantSource clock) {
        this.desk = desk;
        this.batches = batches;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Many entries. */
    public record NewTimeEntries(
            @NotNull @Schema(description = "1 to 5000") List<@NotNull NewTimeEntry> items) {}

    @PostMapping("/batch")
    @Operation(summary = "Enter much worked time, and offer what says so; each entry is refused on its own")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewTimeEntries.class)))
    ResponseEntity<BatchAnswer> record(Call call, @Valid @RequestBody Batches.Items body) {
        var opened = recorder.opened(body.items());
        var now = clock.instant();
        return desk.acceptAll(call, body.items(), (item, own) -> {
            var entry = batches.read(item, NewTimeEntry.class);
            var days = opened.commands(entry, own);
            var commands = days.stream().map(day -> entry.command(day, now)).toList();
            return new Draft(
                    days.getFirst().timeEntryId().value(), commands.getFirst(), commands.subList(1, commands.size()));
        });
    }

    @PostMapping("/submissions")
    @Operation(summary = "Offer many entries for approval")
    ResponseEntity<BatchAnswer> submit(Call call, @Valid @RequestBody Batches.Ids body) {
        var now = clock.instant();
        return desk.acceptAll(call, body.ids(), (id, own) -> {
            var entry = TimeEntryId.of(id);
            return new Draft(entry.value(), new SubmitTime(entry, own.actor(), now));
        });
    }

    @PostMapping("/approvals")
    @Operation(summary = "Accept many submitted entries; not by their authors (T-03)")
    ResponseEntity<BatchAnswer> approve(Call call, @Valid @RequestBody Batches.Ids body) {
        var now = clock.instant();
        return desk.acceptAll(call, body.ids(), (id, own) -> {
            var entry = TimeEntryId.of(id);
            return new Draft(entry.value(), new ApproveTime(entry, own.actor(), now));
        });
    }
}
