package io.fairlead.contract.api;

import io.fairlead.app.web.MasterDataReader;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.Views;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.contract.EndRate;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.api.RateCardApi.NewRate;
import io.fairlead.shared.RuleViolated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a change of a price would do to work that is priced already, before anybody books it. */
@RestController
@RequestMapping("/v1/rate-changes")
@Tag(name = "Rate cards")
public class RateChangeApi {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RepricingLookup work;
    private final Views views;
    private final MasterDataReader known;

    RateChangeApi(RepricingLookup work, Views views, MasterDataReader known) {
        this.work = work;
        this.views = views;
        this.known = known;
    }

    /** A row that would end. */
    public record EndedRate(
            @NotNull @Schema(description = "row of the card")
            String id,

            @NotNull @Schema(description = "first day on which it would no longer hold")
            LocalDate to) {}

    /** One change; either a row that would be set or one that would end. */
    public record ImaginedChange(
            @NotNull @Schema(description = "the card", example = "standard")
            String rateCard,

            @Valid @Nullable NewRate set,

            @Valid @Nullable EndedRate end) {}

    @PostMapping("/preview")
    @Operation(
            summary =
                    "What a change of a price would do, entry by entry and in total, and which waiting time it frees; writes nothing")
    RatePreview preview(@Valid @RequestBody ImaginedChange body) {
        views.awaitHead(PATIENCE);
        var change = change(body);
        var entries = work.ifItWere(change).stream().map(RatePreview.Entry::of).toList();
        var freed =
                work.freedIfItWere(change).stream().map(RatePreview.Freed::of).toList();
        var totals = new TreeMap<String, RatePreview.Totals>();
        for (var entry : entries) {
            var more = new RatePreview.Totals(entry.currency(), entry.unbilled(), entry.drafted(), entry.invoiced());
            totals.merge(
                    entry.currency(),
                    more,
                    (one, other) -> new RatePreview.Totals(
                            one.currency(),
                            one.unbilled().add(other.unbilled()),
                            one.drafted().add(other.drafted()),
                            one.invoiced().add(other.invoiced())));
        }
        return new RatePreview(List.copyOf(totals.values()), entries, freed);
    }

    private RateChange change(ImaginedChange body) {
        var card = RateCardId.of(body.rateCard());
        var set = body.set();
        var end = body.end();
        if ((set == null) == (end == null)) {
            throw new RuleViolated("G-02", "set", "a change sets a row or ends one", "send either set or end");
        }
        if (set != null) {
            var imagined = set.command(card, set.id() == null ? "imagined" : set.id());
            known.ask().rateOwner(set.owner());
            return RateChange.of(imagined);
        }
        var checked = new EndRate(card, end.id(), end.to(), "imagined");
        return work.of(card.value(), checked.rateId(), checked.to())
                .map(found -> RateChange.ended(found.row(), checked.to()))
                .orElseThrow(() -> new Refused(Refusal.notFound(card + " " + checked.rateId())));
    }
}
