package io.fairlead.billing.api;

import io.fairlead.app.web.FigureFilter;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.view.UnbilledQuery;
import io.fairlead.revenue.view.KnownAt;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Unbilled work with its age, added up. */
@RestController
@RequestMapping("/v1/views")
@Tag(name = "Views")
public class UnbilledApi {

    private final Reads reads;
    private final UnbilledQuery query;
    private final InstantSource clock;

    UnbilledApi(Reads reads, UnbilledQuery query, InstantSource clock) {
        this.reads = reads;
        this.query = query;
        this.clock = clock;
    }

    @GetMapping(path = "/unbilled", produces = "application/json")
    @Operation(summary = "Unbilled work with its age, added up")
    ResponseEntity<Listing<UnbilledQuery.Unbilled>> figures(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(
                only.limit(),
                atLeast,
                size -> query.list(only.rollUp(size), day(asOf), new KnownAt(accountingTo, position)));
    }

    @GetMapping(path = "/unbilled", produces = "text/csv")
    @Operation(summary = "Unbilled work with its age, added up, as CSV")
    ResponseEntity<String> csv(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.csv(
                only.limit(),
                atLeast,
                UnbilledQuery.Unbilled.class,
                size -> query.list(only.rollUp(size), day(asOf), new KnownAt(accountingTo, position)));
    }

    @GetMapping(path = "/unbilled.csv", produces = "text/csv")
    @Operation(summary = "Unbilled work with its age, added up, as CSV file")
    ResponseEntity<String> file(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return csv(only, asOf, accountingTo, position, atLeast);
    }

    private LocalDate day(@Nullable LocalDate asOf) {
        return asOf == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asOf;
    }
}
