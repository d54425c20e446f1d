package io.fairlead.exception.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.exception.AssignException;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.WaiveException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work items: what stopped and needs a person. */
@RestController
@RequestMapping("/v1/exceptions")
@Tag(name = "Exceptions")
public class ExceptionApi {

    private final CommandResponder desk;
    private final InstantSource clock;

    ExceptionApi(CommandResponder desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Who takes care. */
    public record Assignment(
            @NotNull @Schema(description = "name of an actor", example = "kim")
            String assignee) {}

    /** What was done. */
    public record Resolution(
            @NotNull @Schema(example = "rate agreed and set")
            String resolution,

            @NotNull @Schema(description = "0 to 100000", example = "5")
            Integer minutesSpent) {}

    /** Why it stays as it is. */
    public record Waiver(
            @NotNull @Schema(example = "goodwill, agreed with sales")
            String reason) {}

    @PostMapping("/{id}/assignment")
    @Operation(summary = "Say who takes care of a work item")
    ResponseEntity<Accepted> assign(Call call, @PathVariable String id, @Valid @RequestBody Assignment body) {
        var item = ExceptionId.of(id);
        var who = body.assignee().indexOf('|') < 0 ? "local|" + body.assignee() : body.assignee();
        return desk.accept(call, item, new AssignException(item, who));
    }

    @PostMapping("/{id}/resolution")
    @Operation(summary = "Say that a work item is cleared; what waited goes on")
    ResponseEntity<Accepted> resolve(Call call, @PathVariable String id, @Valid @RequestBody Resolution body) {
        var item = ExceptionId.of(id);
        return desk.accept(
                call,
                item,
                new ResolveException(item, body.resolution(), call.actor(), body.minutesSpent(), clock.instant()));
    }

    @PostMapping("/{id}/waiver")
    @Operation(summary = "Leave something as it is, on purpose; not by whom it is assigned to (E-02)")
    ResponseEntity<Accepted> waive(Call call, @PathVariable String id, @Valid @RequestBody Waiver body) {
        var item = ExceptionId.of(id);
        return desk.accept(call, item, new WaiveException(item, body.reason(), call.actor(), clock.instant()));
    }
}
