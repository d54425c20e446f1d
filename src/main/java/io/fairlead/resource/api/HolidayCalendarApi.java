package io.fairlead.resource.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.resource.HolidayCalendarId;
import io.fairlead.resource.SetHolidayCalendar;
import io.fairlead.resource.view.WorkingTimeQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Calendars of days off. */
@RestController
@RequestMapping("/v1/holiday-calendars")
@Tag(name = "Holiday calendars")
public class HolidayCalendarApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final WorkingTimeQuery query;

    HolidayCalendarApi(CommandResponder desk, Reads reads, WorkingTimeQuery query) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
    }

    /** Days off of a company or site. */
    public record HolidayCalendar(
            @Schema(description = "own code; made when absent", example = "de") @Nullable
            String id,

            @NotNull @Schema(example = "Germany") String name,

            @NotNull @Schema(description = "1 Monday to 7 Sunday", example = "[6, 7]")
            List<@NotNull Integer> weekend,

            @NotNull @Schema(description = "days off besides")
            List<@NotNull LocalDate> holidays) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Set the days off of a company or site")
    ResponseEntity<Accepted> set(Call call, @Valid @RequestBody HolidayCalendar body) {
        var id = HolidayCalendarId.of(call.keyOr(body.id(), HolidayCalendarId.KIND));
        return desk.create(call, null, id, new SetHolidayCalendar(id, body.name(), body.weekend(), body.holidays()));
    }

    @GetMapping
    @Operation(summary = "Holiday calendars, by id")
    ResponseEntity<Listing<WorkingTimeQuery.HolidayCalendar>> list(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.calendars(cursor, size));
    }
}
