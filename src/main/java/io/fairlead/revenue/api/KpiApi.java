package io.fairlead.revenue.api;

import io.fairlead.app.web.Listing;
import io.fairlead.app.web.Reads;
import io.fairlead.party.LegalEntityId;
import io.fairlead.revenue.view.KpiQuery;
import io.fairlead.revenue.view.KpiQuery.Kpi;
import io.fairlead.shared.Check;
import io.fairlead.view.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Key figures (R9, R11) of a period, each with its variant. */
@RestController
@RequestMapping("/v1")
@Tag(name = "Revenue")
public class KpiApi {

    private final Reads reads;
    private final KpiQuery query;
    private final DeliveryFigures deliveries;
    private final InstantSource clock;

    KpiApi(Reads reads, KpiQuery query, DeliveryFigures deliveries, InstantSource clock) {
        this.reads = reads;
        this.query = query;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @GetMapping("/kpis")
    @Operation(
            summary = "Key figures of a period (R9, R11)",
            description = "A closed answer never changes for a position.")
    ResponseEntity<Listing<Kpi>> figures(
            @Parameter(description = "first day of the period") @RequestParam LocalDate from,
            @Parameter(description = "first day after the period") @RequestParam LocalDate to,
            @Parameter(description = "day on which work counts as billed or not; today (UTC) when absent")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate asOf,
            @Parameter(description = "position of the last event known; now when absent")
                    @RequestParam(required = false)
                    @Nullable
                    Long position,
            @RequestParam(required = false) @Nullable String entity,
            @RequestParam(name = "at-least", required = false) @Nullable Long atLeast) {
        Check.period("to", from, to);
        var day = asOf == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : asOf;
        var company = entity == null ? null : LegalEntityId.of(entity).value();
        return reads.page(null, atLeast, _ -> {
            var all = new ArrayList<>(query.list(from, to, day, position, company));
            if (company == null) {
                all.add(deliveries.failureRate(from, to));
            }
            return new Page<>(all, null);
        });
    }
}
