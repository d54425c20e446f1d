package io.fairlead.resource.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.RecordAbsence;
import io.fairlead.resource.SetCapacity;
import io.fairlead.resource.view.WorkingTimeQuery;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How long people work and when they are away; utilization (R9) asks for it. */
@RestController
@RequestMapping("/v1/people/{id}")
@Tag(name = "People")
public class CapacityApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final WorkingTimeQuery query;

    CapacityApi(CommandResponder desk, Reads reads, WorkingTimeQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** Working time by weekday. */
    public record NewCapacity(
            @NotNull @Schema(description = "first day on which it holds, until a later one")
            LocalDate from,

            @NotNull
            @Schema(
                    description = "seconds, Monday to Sunday; eight hours from Monday to Friday while never set",
                    example = "[28800,28800,28800,28800,14400,0,0]")
            List<@NotNull Integer> weekdaySeconds) {}

    /** Days or hours away. */
    public record NewAbsence(
            @Schema(description = "unique within the person; made when absent") @Nullable
            String id,

            @NotNull @Schema(description = "first day") LocalDate from,

            @NotNull @Schema(description = "first day after it")
            LocalDate to,

            @Schema(description = "time away each day; the whole day when absent", example = "14400") @Nullable
            Integer secondsPerDay,

            @NotNull @Schema(description = "VACATION, ILLNESS, TRAINING or OTHER", example = "VACATION")
            String kind) {}

    @PostMapping("/capacities")
    @Operation(summary = "Say how long a person works on which weekday")
    ResponseEntity<Accepted> capacity(Call call, @PathVariable String id, @Valid @RequestBody NewCapacity body) {
        var person = PersonId.of(id);
        return desk.accept(call, person, new SetCapacity(person, body.from(), body.weekdaySeconds()));
    }

    @PostMapping("/absences")
    @Operation(summary = "Note that a person is away")
    ResponseEntity<Accepted> absence(Call call, @PathVariable String id, @Valid @RequestBody NewAbsence body) {
        var person = PersonId.of(id);
        return desk.accept(
                call,
                person,
                new RecordAbsence(
                        person,
                        call.keyOr(body.id(), "absence"),
                        body.from(),
                        body.to(),
                        body.secondsPerDay(),
                        body.kind()));
    }

    @GetMapping("/capacities")
    @Operation(summary = "How long a person works, by first day; eight hours from Monday to Friday when empty")
    ResponseEntity<Listing<WorkingTimeQuery.Capacity>> capacities(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var person = PersonId.of(id).value();
        return reads.pageOf(person, null, atLeast, _ -> new Page<>(query.capacities(person), null));
    }

    @GetMapping("/absences")
    @Operation(summary = "When a person is away, by first day")
    ResponseEntity<Listing<WorkingTimeQuery.Absence>> absences(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var person = PersonId.of(id).value();
        return reads.pageOf(person, limit, atLeast, size -> query.absences(person, cursor, size));
    }
}
