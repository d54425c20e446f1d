package io.fairlead.revenue.api;

import io.fairlead.app.web.FigureFilter;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.revenue.view.MarginQuery;
import io.fairlead.shared.Check;
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

/** Margin (R10) of a period, added up; reveals cost. */
@RestController
@RequestMapping("/v1/views")
@Tag(name = "Views")
public class MarginApi {

    private final Reads reads;
    private final MarginQuery query;

    MarginApi(Reads reads, MarginQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping(path = "/margin", produces = "application/json")
    @Operation(summary = "Margin (R10) of a period, added up; reveals cost")
    ResponseEntity<Listing<MarginQuery.Margin>> figures(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        requirePeriod(from, to);
        return reads.page(
                only.limit(), atLeast, size -> query.list(only.rollUp(size), from, to, new KnownAt(null, position)));
    }

    @GetMapping(path = "/margin", produces = "text/csv")
    @Operation(summary = "Margin (R10) of a period, added up; reveals cost, as CSV")
    ResponseEntity<String> csv(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        requirePeriod(from, to);
        return reads.csv(
                only.limit(),
                atLeast,
                MarginQuery.Margin.class,
                size -> query.list(only.rollUp(size), from, to, new KnownAt(null, position)));
    }

    @GetMapping(path = "/margin.csv", produces = "text/csv")
    @Operation(summary = "Margin (R10) of a period, added up; reveals cost, as CSV file")
    ResponseEntity<String> file(
            @ParameterObject FigureFilter only,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return csv(only, from, to, position, atLeast);
    }

    /** A period that ends before it begins would have no figures, which looks like no work. */
    private static void requirePeriod(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null) {
            Check.period("to", from, to);
        }
    }
}
