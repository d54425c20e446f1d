package io.fairlead.billing.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.billing.run.BillingRunId;
import io.fairlead.billing.run.StartBillingRun;
import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Billing runs. */
@RestController
@RequestMapping("/v1/billing-runs")
@Tag(name = "Billing runs")
public class BillingRunApi {

    private final CommandResponder desk;
    private final MasterDataReader known;
    private final InstantSource clock;

    BillingRunApi(CommandResponder desk, MasterDataReader known, InstantSource clock) {
        this.desk = desk;
        this.known = known;
        this.clock = clock;
    }

    /** What to bill. */
    public record NewBillingRun(
            @Schema(description = "own key; made when absent", example = "2026-03-de") @Nullable
            String id,

            @NotNull @Schema(example = "de") String legalEntity,

            @NotNull @Schema(description = "last service date taken")
            LocalDate cutOff,

            @Schema(description = "issue date wished for; today in the company's zone when absent") @Nullable
            LocalDate issueDate,

            @Schema(description = "only this contract; all when absent") @Nullable
            String contract) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Bill everything unbilled of a company up to a day")
    ResponseEntity<Accepted> start(Call call, @Valid @RequestBody NewBillingRun body) {
        var id = BillingRunId.of(call.keyOr(body.id(), BillingRunId.KIND));
        var entity = LegalEntityId.of(body.legalEntity());
        var zone = known.ask().zone(entity);
        var now = clock.instant();
        return desk.create(
                call,
                "/v1/billing-runs/" + id,
                id,
                new StartBillingRun(
                        id,
                        entity,
                        body.cutOff(),
                        body.issueDate() == null ? LocalDate.ofInstant(now, ZoneId.of(zone)) : body.issueDate(),
                        body.contract() == null ? null : ContractId.of(body.contract()),
                        call.actor(),
                        now));
    }
}
