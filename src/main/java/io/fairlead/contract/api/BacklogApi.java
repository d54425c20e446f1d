package io.fairlead.contract.api;

import io.fairlead.app.web.FigureFilter;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.view.BacklogQuery;
import io.fairlead.revenue.view.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Backlog (R8), added up. */
@RestController
@RequestMapping("/v1/views")
@Tag(name = "Views")
public class BacklogApi {

    private final Reads reads;
    private final BacklogQuery query;

    BacklogApi(Reads reads, BacklogQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping(path = "/backlog", produces = "application/json")
    @Operation(summary = "Backlog (R8), added up")
    ResponseEntity<Listing<BacklogQuery.Backlog>> figures(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(
                only.limit(), atLeast, size -> query.list(only.rollUp(size), new KnownAt(accountingTo, position)));
    }

    @GetMapping(path = "/backlog", produces = "text/csv")
    @Operation(summary = "Backlog (R8), added up, as CSV")
    ResponseEntity<String> csv(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.csv(
                only.limit(),
                atLeast,
                BacklogQuery.Backlog.class,
                size -> query.list(only.rollUp(size), new KnownAt(accountingTo, position)));
    }

    @GetMapping(path = "/backlog.csv", produces = "text/csv")
    @Operation(summary = "Backlog (R8), added up, as CSV file")
    ResponseEntity<String> file(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return csv(only, accountingTo, position, atLeast);
    }
}
