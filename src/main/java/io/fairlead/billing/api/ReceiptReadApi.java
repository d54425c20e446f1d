package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.cash.ReceiptId;
import io.fairlead.billing.view.ReceiptQuery;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
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

/** Money that came in, as it stands. */
@RestController
@RequestMapping("/v1/receipts")
@Tag(name = "Receipts")
public class ReceiptReadApi {

    private final Reads reads;
    private final ReceiptQuery query;

    ReceiptReadApi(Reads reads, ReceiptQuery query) {
        this.reads = reads;
        this.query = query;
    }

    /** Which receipts; all when absent. */
    public record ReceiptFilter(
            @Nullable String legalEntity,
            @Nullable String customer,

            @Schema(allowableValues = {"on account", "applied in part", "applied", "refunded", "sent back"}) @Nullable
            String status,

            @Schema(description = "identifier at the source") @Nullable
            String sourceId,

            @Schema(description = "only those of which something is on account") @Nullable
            Boolean onAccount) {

        ReceiptQuery.Filter filter() {
            return new ReceiptQuery.Filter(
                    legalEntity == null ? null : LegalEntityId.of(legalEntity).value(),
                    customer == null ? null : CustomerId.of(customer).value(),
                    status,
                    sourceId,
                    Boolean.TRUE.equals(onAccount));
        }
    }

    @GetMapping
    @Operation(summary = "Money that came in, by id")
    ResponseEntity<Listing<ReceiptQuery.Receipt>> receipts(
            @ParameterObject ReceiptFilter only,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> query.list(only.filter(), cursor, size));
    }

    @GetMapping("/{id}")
    @Operation(summary = "Money that came in, with what became of each part of it")
    ResponseEntity<ReceiptQuery.Detail> receipt(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = ReceiptId.of(id);
        return reads.one(key, atLeast, () -> query.byId(key.value()));
    }
}
