package io.fairlead.resource.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.view.LabourRateQuery;
import io.fairlead.resource.view.PersonQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** People, as they stand. */
@RestController
@RequestMapping("/v1/people")
@Tag(name = "People")
public class PersonReadApi {

    private final Reads reads;
    private final PersonQuery query;
    private final LabourRateQuery rates;

    PersonReadApi(Reads reads, PersonQuery query, LabourRateQuery rates) {
        this.reads = reads;
        this.query = query;
        this.rates = rates;
    }

    @GetMapping
    @Operation(summary = "People, by id")
    ResponseEntity<Listing<PersonQuery.Person>> people(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "One person")
    ResponseEntity<PersonQuery.Person> person(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = PersonId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }

    @GetMapping("/{id}/detail")
    @Operation(summary = "One person, with the names that outside systems know it by")
    ResponseEntity<PersonQuery.Detail> detail(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = PersonId.of(id);
        return reads.one(key, atLeast, () -> query.detail(key.value()));
    }

    @GetMapping("/{id}/cost-rates")
    @Operation(summary = "Pay: what an hour of a person costs, by first day")
    ResponseEntity<Listing<LabourRateQuery.CostRate>> costRates(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = PersonId.of(id).value();
        return reads.pageOf(key, limit, atLeast, size -> rates.costRates(key, cursor, size));
    }
}
