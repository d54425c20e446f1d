package io.fairlead.app.parked;

import io.fairlead.app.parked.ParkTables.Discarded;
import io.fairlead.app.parked.ParkTables.Parked;
import io.fairlead.app.parked.ParkedEvents.Result;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.operation.OperatorLog;
import io.fairlead.operation.RequestOperatorAction.Action;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parked events over HTTP, for operators. */
@RestController
@RequestMapping("/v1/parked")
@Tag(name = "Operation")
public class ParkedApi {

    private static final int ROWS_MAX = 10_000;

    private final ParkedEvents events;
    private final OperatorLog operators;

    ParkedApi(ParkedEvents events, OperatorLog operators) {
        this.events = events;
        this.operators = operators;
    }

    /** What to retry. */
    public record NewRetry(
            @Schema(description = "view or process", example = "process-price-time") @Nullable
            String name,

            @Schema(description = "stream key; all streams when absent") @Nullable
            String stream) {}

    /** What to discard. */
    public record NewDiscard(
            @Schema(description = "view or process", example = "unbilled-work") @Nullable
            String name,

            @Schema(description = "stream key") @Nullable String stream,

            @Schema(description = "why, 1 to 500 characters; stays on record") @Nullable
            String reason,

            @Schema(description = "only tell what would happen; false when absent") @Nullable
            Boolean dryRun) {}

    /** All that is parked, or was discarded; the other list is empty. */
    public record ParkedAnswer(List<Parked> parked, List<Discarded> discarded) {}

    /**
     * What a discard did, or would do.
     *
     * @param event the one set aside
     * @param replayable later events of its stream that are retried
     * @param result null for a dry run
     */
    public record DiscardAnswer(
            Parked event,
            int replayable,
            boolean dryRun,
            @Nullable Result result) {}

    @GetMapping
    @Operation(
            summary = "Events that a view or process could not take, each with its reason",
            description = "Ordered by name and position; within a stream the first failed, the others wait behind it.")
    ParkedAnswer parked(
            @Parameter(description = "those that were discarded instead") @RequestParam(defaultValue = "false")
                    boolean discarded) {
        return discarded
                ? new ParkedAnswer(List.of(), events.discarded(ROWS_MAX))
                : new ParkedAnswer(events.parked(ROWS_MAX), List.of());
    }

    @PostMapping("/retries")
    @Operation(
            summary = "Has a view or process take its parked events again, each stream in order",
            description = "200 when it is done; 202 when the node that owns the process has yet to do it.")
    ResponseEntity<Result> retry(Call call, @RequestBody NewRetry wanted) {
        var name = ParkedEvents.required("name", wanted.name());
        events.requireParked(name, wanted.stream());
        operators.entry(call).note(Action.PARKED_RETRY, ParkedEvents.told(name, wanted.stream()), null);
        var result = events.retry(name, wanted.stream(), call.actor());
        return ResponseEntity.status(status(result)).body(result);
    }

    @PostMapping("/discards")
    @Operation(
            summary = "Sets the first parked event of a stream aside for one view or process, and retries the others",
            description = "The event stays in the log, and in the list of discarded ones with who, when and why.")
    ResponseEntity<DiscardAnswer> discard(Call call, @RequestBody NewDiscard wanted) {
        var name = ParkedEvents.required("name", wanted.name());
        var stream = ParkedEvents.required("stream", wanted.stream());
        var reason = ParkedEvents.requireReason(wanted.reason());
        var plan = events.planDiscard(name, stream);
        if (Boolean.TRUE.equals(wanted.dryRun())) {
            return ResponseEntity.ok(new DiscardAnswer(plan.event(), plan.replayed(), true, null));
        }
        operators.entry(call).note(Action.PARKED_DISCARD, ParkedEvents.told(name, stream), reason);
        var result = events.discard(name, stream, reason, call.actor());
        return ResponseEntity.status(status(result))
                .body(new DiscardAnswer(plan.event(), plan.replayed(), false, result));
    }

    private static HttpStatus status(Result result) {
        return result.done() ? HttpStatus.OK : HttpStatus.ACCEPTED;
    }
}
