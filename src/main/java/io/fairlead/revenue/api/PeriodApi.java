package io.fairlead.revenue.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.AccountingPeriodId;
import io.fairlead.revenue.ClosePeriod;
import io.fairlead.revenue.OpenPeriod;
import io.fairlead.revenue.ReopenPeriod;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Accounting periods of companies: opened, closed, reopened. */
@RestController
@RequestMapping("/v1/periods")
@Tag(name = "Accounting periods")
public class PeriodApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final InstantSource clock;

    PeriodApi(CommandResponder desk, MasterDataReader known, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.clock = clock;
    }

    /** Days that are closed together. */
    public record NewPeriod(
            @NotNull @Schema(example = "de") String legalEntity,

            @NotNull @Schema(description = "its name", example = "2026-Q1")
            String period,

            @NotNull @Schema(description = "first day; where the last period ends")
            LocalDate from,

            @Schema(description = "first day after it; absent for the last period of a company that ends") @Nullable
            LocalDate to) {}

    /** Why a closed period is opened again. */
    public record Reopening(
            @NotNull @Schema(example = "missed supplier invoice")
            String reason) {}

    @PostMapping
    @Operation(summary = "Name days that are closed together; calendar months need not be opened")
    ResponseEntity<Accepted> open(Call call, @Valid @RequestBody NewPeriod body) {
        var entity = entity(body.legalEntity());
        var id = AccountingPeriodId.of(entity);
        return desk.accept(call, id, new OpenPeriod(id, entity, body.period(), body.from(), body.to()));
    }

    @PostMapping("/{entity}/{period}/close")
    @Operation(
            summary = "Close a period and book its revenue, once",
            description = "Later facts count for the first open day after it. Closing again changes nothing.")
    ResponseEntity<Accepted> close(Call call, @PathVariable String entity, @PathVariable String period) {
        var company = entity(entity);
        var id = AccountingPeriodId.of(company);
        return desk.accept(call, id, new ClosePeriod(id, company, period, call.actor(), clock.instant()));
    }

    @PostMapping("/{entity}/{period}/reopening")
    @Operation(summary = "Let facts count for the last closed period again")
    ResponseEntity<Accepted> reopen(
            Call call, @PathVariable String entity, @PathVariable String period, @Valid @RequestBody Reopening body) {
        var id = AccountingPeriodId.of(entity(entity));
        return desk.accept(call, id, new ReopenPeriod(id, period, call.actor(), body.reason(), clock.instant()));
    }

    /** Refuses a company that is not registered: its books would be closed for nobody. */
    private LegalEntityId entity(String text) {
        var entity = LegalEntityId.of(text);
        var _ = known.ask().zone(entity);
        return entity;
    }
}
