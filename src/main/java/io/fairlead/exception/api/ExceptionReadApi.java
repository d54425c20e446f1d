package io.fairlead.exception.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.view.ExceptionQuery;
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

/** Work items, as they stand. */
@RestController
@RequestMapping("/v1/exceptions")
@Tag(name = "Exceptions")
public class ExceptionReadApi {

    private final Reads reads;
    private final ExceptionQuery query;

    ExceptionReadApi(Reads reads, ExceptionQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which work items; those that wait, most money first, when all are absent. */
    public record ExceptionFilter(
            @Schema(allowableValues = {"open", "assigned", "resolved", "waived"}) @Nullable
            String status,

            @Nullable String code,
            @Nullable String ownerRole,
            @Nullable String subject) {

        ExceptionQuery.Filter filter() {
            return new ExceptionQuery.Filter(status, code, ownerRole, subject);
        }
    }

    @GetMapping
    @Operation(summary = "Work items: without a filter those that wait, most money at stake first; else by id")
    ResponseEntity<Listing<ExceptionQuery.Case>> exceptions(
            @ParameterObject ExceptionFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var filter = only.filter();
        return reads.page(
                limit,
                atLeast,
                size -> filter.equals(ExceptionQuery.Filter.ANY)
                        ? query.pending(cursor, size)
                        : query.list(filter, cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One work item")
    ResponseEntity<ExceptionQuery.Case> exception(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = ExceptionId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
