package io.fairlead.time.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.time.ApproveTimeRate;
import io.fairlead.time.ProposeTimeRate;
import io.fairlead.time.TimeEntryId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.InstantSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A rate of its own for an entry: one person asks, another accepts. What is open is listed by {@link TimeRateProposalApi}. */
@RestController
@RequestMapping("/v1/time-entries/{id}")
@Tag(name = "Time entries")
public class TimeRateApi {

    private final CommandResponder desk;
    private final InstantSource clock;

    TimeRateApi(CommandResponder desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** A rate of its own. */
    public record OwnRate(
            @NotNull
            @Schema(description = "per hour, at most 4 decimals; 0 is a price", type = "string", example = "100.00")
            BigDecimal rate,

            @NotNull @Schema(description = "the contract's, ISO 4217", example = "EUR")
            String currency,

            @NotNull @Schema(example = "promised by the partner")
            String reason) {}

    @PostMapping("/rate")
    @Operation(summary = "Ask for a rate of its own; it counts once another person accepts it")
    ResponseEntity<Accepted> proposeRate(Call call, @PathVariable String id, @Valid @RequestBody OwnRate body) {
        var entry = TimeEntryId.of(id);
        return desk.accept(
                call, entry, new ProposeTimeRate(entry, body.rate(), body.currency(), body.reason(), call.actor()));
    }

    @PostMapping("/rate/approval")
    @Operation(summary = "Accept the rate that was asked for; not by who asked, entered or worked (T-03)")
    ResponseEntity<Accepted> approveRate(Call call, @PathVariable String id) {
        var entry = TimeEntryId.of(id);
        return desk.accept(call, entry, new ApproveTimeRate(entry, call.actor(), clock.instant()));
    }
}
