package io.fairlead.contract.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.view.RateCardQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cards of dated prices, as they stand. */
@RestController
@RequestMapping("/v1/rate-cards/{id}/rates")
@Tag(name = "Rate cards")
public class RateCardReadApi {

    private final Reads reads;
    private final RateCardQuery query;

    RateCardReadApi(Reads reads, RateCardQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping
    @Operation(summary = "Prices of a card, by row")
    ResponseEntity<Listing<RateCardQuery.Rate>> list(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var card = RateCardId.of(id).value();
        return reads.pageOf(card, limit, atLeast, size -> query.rates(card, null, cursor, size));
    }
}
