package io.fairlead.contract.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.DealId;
import io.fairlead.contract.view.ContractQuery;
import io.fairlead.contract.view.DealQuery;
import io.fairlead.party.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deals and contracts, as they stand. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Contracts")
public class ContractReadApi {

    private final Reads reads;
    private final ContractQuery contracts;
    private final DealQuery deals;

    ContractReadApi(Reads reads, ContractQuery contracts, DealQuery deals) {
        this.reads = reads;
        this.contracts = contracts;
        this.deals = deals;
    }

    @GetMapping("/deals")
    @Operation(summary = "Won deals and what became of them, by id")
    ResponseEntity<Listing<DealQuery.Deal>> deals(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        return reads.page(limit, atLeast, size -> deals.list(cursor, size));
    }

    @GetMapping("/deals/{id}")
    @Operation(summary = "One deal")
    ResponseEntity<DealQuery.Deal> deal(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = DealId.of(id);
        return reads.one(key, atLeast, () -> deals.byId(key.value()));
    }

    @GetMapping("/contracts")
    @Operation(summary = "Contracts, by id")
    ResponseEntity<Listing<ContractQuery.Contract>> contracts(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var only = customer == null ? null : CustomerId.of(customer).value();
        return reads.page(limit, atLeast, size -> contracts.list(only, cursor, size));
    }

    @GetMapping("/contracts/{id}")
    @Operation(summary = "One contract with its lines")
    ResponseEntity<ContractQuery.Detail> contract(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var key = ContractId.of(id);
        return reads.one(key, atLeast, () -> contracts.byId(key.value()));
    }
}
