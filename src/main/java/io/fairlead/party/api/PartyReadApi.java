package io.fairlead.party.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.view.CustomerQuery;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Companies and buyers, as they stand. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Customers")
public class PartyReadApi {

    private static final String DAY = "what was told for a later one is not counted; today (UTC) when absent";

    private final Reads reads;
    private final CustomerQuery query;
    private final InstantSource clock;

    PartyReadApi(Reads reads, CustomerQuery query, InstantSource clock) {
        this.reads = reads;
        this.query = query;
        this.clock = clock;
    }

    @GetMapping("/legal-entities")
    @Operation(summary = "All companies of the firm")
    ResponseEntity<Listing<CustomerQuery.LegalEntity>> entities(
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(null, atLeast, _ -> new Page<>(query.legalEntities(), null));
    }

    @GetMapping("/legal-entities/{id}")
    @Operation(summary = "One company of the firm")
    ResponseEntity<CustomerQuery.LegalEntity> entity(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = LegalEntityId.of(id);
        return reads.one(key, atLeast, () -> query.legalEntities().stream()
                .filter(entity -> entity.legalEntityId().equals(key.value()))
                .findAny());
    }

    @GetMapping("/customers")
    @Operation(summary = "Buyers, by id, as they are on a day")
    ResponseEntity<Listing<CustomerQuery.Customer>> customers(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @Parameter(description = DAY) @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(cursor, size, orToday(day)));
    }

    @GetMapping("/customers/{id}")
    @Operation(summary = "One buyer, as it is on a day")
    ResponseEntity<CustomerQuery.Customer> customer(
            @PathVariable String id,
            @Parameter(description = DAY) @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CustomerId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value(), orToday(day)));
    }

    @GetMapping("/customers/{id}/detail")
    @Operation(
            summary =
                    "One buyer as it is on a day, its outside names, all that was told of it, and whom it lives on for")
    ResponseEntity<CustomerQuery.Detail> detail(
            @PathVariable String id,
            @Parameter(description = DAY) @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = CustomerId.of(id);
        return reads.one(key, atLeast, () -> query.detail(key.value(), orToday(day)));
    }

    private LocalDate orToday(@Nullable LocalDate day) {
        return day == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : day;
    }
}
