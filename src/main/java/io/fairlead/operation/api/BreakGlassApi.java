package io.fairlead.operation.api;

import io.fairlead.app.web.Accepted;
import io.fairlead.app.web.Call;
import io.fairlead.app.web.CommandResponder;
import io.fairlead.app.web.Listing;
import io.fairlead.operation.BreakGlassId;
import io.fairlead.operation.GrantBreakGlass;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Roles for some hours, past the identity provider. */
@RestController
@RequestMapping("/v1/break-glass")
@Tag(name = "Operation")
public class BreakGlassApi {

    private final CommandResponder desk;
    private final BreakGlassReports reports;
    private final InstantSource clock;

    BreakGlassApi(CommandResponder desk, BreakGlassReports reports, InstantSource clock) {
        this.desk = desk;
        this.reports = reports;
        this.clock = clock;
    }

    /** Who is to have which role, and for how long. */
    public record NewBreakGlass(
            @Schema(description = "key of the grant; made from the idempotency key when absent") @Nullable
            String id,

            @NotNull @Schema(description = "issuer|subject", example = "https://id.example/realms/firm|4711")
            String grantedTo,

            @NotNull @Schema(description = "as tokens name it", example = "controller")
            String role,

            @NotNull @Schema(description = "1 to 8 from now (S-01)", example = "2")
            Integer hours,

            @NotNull @Schema(description = "why; stays on record")
            String reason) {}

    @PostMapping
    @Operation(
            summary = "Give somebody a role for some hours; it ends by itself, a work item stays until somebody looked",
            description =
                    "In the companies that the identity provider knows them for. Not to oneself (S-02), and at most for 8 hours (S-01). Each use of it stands in the log.")
    ResponseEntity<Accepted> grant(Call call, @Valid @RequestBody NewBreakGlass body) {
        return desk.create(
                call,
                "/v1/break-glass",
                BreakGlassId.FIRM,
                new GrantBreakGlass(
                        BreakGlassId.FIRM,
                        call.keyOr(body.id(), "break-glass"),
                        body.grantedTo(),
                        body.role(),
                        body.hours(),
                        body.reason(),
                        call.actor(),
                        clock.instant()));
    }

    @GetMapping
    @Operation(summary = "Roles that were given for some hours, each with all that was done with it, the latest first")
    Listing<BreakGlassReports.Report> all() {
        return new Listing<>(reports.all(clock.instant()), null);
    }
}
