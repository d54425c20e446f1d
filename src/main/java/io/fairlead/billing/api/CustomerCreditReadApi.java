package io.fairlead.billing.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.billing.credit.CustomerCreditId;
import io.fairlead.billing.view.CustomerCreditQuery;
import io.fairlead.party.CustomerId;
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

/** What is owed to customers, as it stands. */
@RestController
@RequestMapping("/v1/owed-credits")
@Tag(name = "Receivables")
public class CustomerCreditReadApi {

    private final Reads reads;
    private final CustomerCreditQuery query;

    CustomerCreditReadApi(Reads reads, CustomerCreditQuery query) {
        this.reads = reads;
        this.query = query;
    }

    @GetMapping
    @Operation(summary = "What documents owe to their customers, and what of it is left, by id")
    ResponseEntity<Listing<CustomerCreditQuery.CustomerCredit>> list(
            @RequestParam(required = false) @Nullable String legalEntity,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var entity = legalEntity == null ? null : LegalEntityId.of(legalEntity).value();
        var owner = customer == null ? null : CustomerId.of(customer).value();
        return reads.page(limit, atLeast, size -> query.list(entity, owner, cursor, size));
    }

    @GetMapping("/{document}")
    @Operation(summary = "What a document owes to its customer, and where each part of it went")
    ResponseEntity<CustomerCreditQuery.Detail> owed(
            @PathVariable String document, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var owed = CustomerCreditId.of(CustomerCreditApi.idOf(document));
        return reads.one(owed, atLeast, () -> query.byId(owed.value()));
    }
}
