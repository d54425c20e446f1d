package io.fairlead.funding.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Reads;
import io.fairlead.contract.ContractId;
import io.fairlead.funding.FundingId;
import io.fairlead.funding.PrioritiseFunds;
import io.fairlead.funding.view.FundingQuery;
import io.fairlead.shared.Check;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Limits of a contract (R3), what is over them, and amendments. */
@RestController
@RequestMapping("/v1/contracts")
@Tag(name = "Contracts")
public class FundingApi {

    private final CommandResponder desk;
    private final Reads reads;
    private final FundingQuery query;
    private final MasterDataReader known;

    FundingApi(CommandResponder desk, Reads reads, FundingQuery query, MasterDataReader known) {
        this.desk = desk;
        this.reads = reads;
        this.query = query;
        this.known = known;
    }

    /** A place in the queue for funds. */
    public record FundsPlace(
            @NotNull @Schema(description = "time-entry:<uuid> or billing-item:<uuid>")
            String source,

            @NotNull @Schema(description = "FIRST or LAST", example = "FIRST")
            String place,

            @NotNull String reason) {}

    @PostMapping("/{id}/funding/priority")
    @Operation(summary = "Move work in the queue for funds")
    ResponseEntity<Accepted> prioritise(Call call, @PathVariable String id, @Valid @RequestBody FundsPlace body) {
        var funding = FundingId.of(ContractId.of(id));
        Check.oneOf("place", body.place(), Set.of("FIRST", "LAST"));
        return desk.accept(
                call,
                funding,
                new PrioritiseFunds(
                        funding,
                        body.source(),
                        PrioritiseFunds.Place.valueOf(body.place()),
                        body.reason(),
                        call.actor()));
    }

    @GetMapping("/{id}/funding")
    @Operation(summary = "Limits of a contract and what of them is billed, drafted, reserved and available")
    ResponseEntity<Listing<FundingQuery.Limit>> limits(
            @PathVariable String id, @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var contract = known.ask().existing(ContractId.of(id));
        return reads.page(null, atLeast, _ -> new Page<>(query.limits(contract), null));
    }

    @GetMapping("/{id}/over-limit")
    @Operation(summary = "Work of a contract over its limits, first in the queue first")
    ResponseEntity<Listing<FundingQuery.OverLimit>> overLimit(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var contract = known.ask().existing(ContractId.of(id));
        return reads.page(limit, atLeast, size -> query.overLimit(contract, cursor, size));
    }

    @GetMapping("/{id}/amendments")
    @Operation(summary = "Amendments of a contract, a row for each line that changed")
    ResponseEntity<Listing<FundingQuery.Amendment>> amendments(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        var contract = known.ask().existing(ContractId.of(id));
        return reads.page(limit, atLeast, size -> query.amendments(contract, cursor, size));
    }
}
