package io.fairlead.time.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.view.TimeEntryQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Worked time, as it stands. */
@RestController
@RequestMapping("/v1/time-entries")
@Tag(name = "Time entries")
public class TimeReadApi {

    private final Reads reads;
    private final TimeEntryQuery query;

    TimeReadApi(Reads reads, TimeEntryQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which entries; all when absent. */
    public record EntryFilter(
            @Nullable String project,
            @Nullable String person,

            @Schema(
                    allowableValues = {
                        "recorded",
                        "submitted",
                        "approved",
                        "rejected",
                        "priced",
                        "drafted",
                        "billed",
                        "written off",
                        "credited",
                        "moved"
                    })
            @Nullable
            String status,

            @Nullable String legalEntity) {

        TimeEntryQuery.Filter filter() {
            return new TimeEntryQuery.Filter(
                    project == null ? null : ProjectId.of(project).value(),
                    person == null ? null : PersonId.of(person).value(),
                    status,
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value());
        }
    }

    @GetMapping
    @Operation(summary = "Time entries, by id")
    ResponseEntity<Listing<TimeEntryQuery.Entry>> entries(
            @ParameterObject EntryFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(only.filter(), cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One time entry")
    ResponseEntity<TimeEntryQuery.Entry> entry(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = TimeEntryId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
