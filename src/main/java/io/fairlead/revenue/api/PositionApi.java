package io.fairlead.revenue.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.view.KnownAt;
import io.fairlead.revenue.view.ObligationQuery;
import io.fairlead.revenue.view.ObligationQuery.Obligation;
import io.fairlead.revenue.view.PositionQuery;
import io.fairlead.revenue.view.PositionQuery.Position;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Contract assets and liabilities (R7), and the obligations behind revenue. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Revenue")
public class PositionApi {

    private final Reads reads;
    private final PositionQuery positions;
    private final ObligationQuery obligations;

    PositionApi(Reads reads, PositionQuery positions, ObligationQuery obligations) {
        this.reads = reads;
        this.positions = positions;
        this.obligations = obligations;
    }

    @GetMapping("/positions")
    @Operation(
            summary = "Revenue less net billed, per contract (R7)",
            description = "accountingTo: last accounting date that counts. position: of the last event known.")
    ResponseEntity<Listing<Position>> positions(
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable LocalDate accountingTo,
            @RequestParam(required = false) @Nullable Long position,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var company = entity == null ? null : LegalEntityId.of(entity).value();
        var only = contract == null ? null : ContractId.of(contract).value();
        return reads.page(
                limit,
                atLeast,
                size -> positions.list(company, only, new KnownAt(accountingTo, position), cursor, size));
    }

    @GetMapping("/obligations")
    @Operation(summary = "Promises of contracts and what is booked for them (R5)")
    ResponseEntity<Listing<Obligation>> obligations(
            @RequestParam(required = false) @Nullable String contract,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var only = contract == null ? null : ContractId.of(contract).value();
        return reads.page(limit, atLeast, size -> obligations.list(only, cursor, size));
    }
}
