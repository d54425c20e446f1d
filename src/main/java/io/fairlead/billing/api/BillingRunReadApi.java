package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.billing.view.BillingRunQuery;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Billing runs, as they stand. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Invoices")
public class BillingRunReadApi {

    private final Reads reads;
    private final BillingRunQuery runs;

    BillingRunReadApi(Reads reads, BillingRunQuery runs) {
        this.reads = reads;
        this.runs = runs;
    }

    @GetMapping("/billing-runs/{id}")
    @Operation(summary = "One billing run and the invoices it planned")
    ResponseEntity<BillingRunQuery.Detail> run(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = BillingRunId.of(id);
        return reads.one(key, atLeast, () -> runs.byId(key.value()));
    }

    @GetMapping("/billing-runs")
    @Operation(summary = "Billing runs, by id")
    ResponseEntity<Listing<BillingRunQuery.BillingRun>> runs(
            @RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var entity = legalEntity == null ? null : LegalEntityId.of(legalEntity).value();
        return reads.page(limit, atLeast, size -> runs.list(entity, cursor, size));
    }
}
