package io.fairlead.revenue.api;

import io.fairlead.app.web.FigureFilter;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.revenue.view.EntityMarginQuery;
import io.fairlead.revenue.view.MarginQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Margin of contracts in foreign currencies, in the seller's. */
@RestController
@RequestMapping("/v1/margin/in-entity-currency")
@Tag(name = "Views")
public class EntityMarginApi {

    private final Reads reads;
    private final EntityMarginQuery query;

    EntityMarginApi(Reads reads, EntityMarginQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping
    @Operation(summary = "Margin (R10) to date of contracts in other currencies than their seller's, in that one")
    ResponseEntity<Listing<MarginQuery.Margin>> figures(
            @ParameterObject FigureFilter only,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(only.limit(), atLeast, size -> query.list(only.rollUp(size)));
    }
}
