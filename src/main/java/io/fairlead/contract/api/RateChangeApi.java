package io.fairlead.contract.api;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.Views;
import io.fairlead.billing.pricing.Repricing;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.contract.EndRate;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.api.RateCardApi.NewRate;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.joda.money.Money;
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

    RateChangeApi(RepricingLookup work, Views views) {
        this.work = work;
        this.views = views;
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

    /**
     * What it would change in one currency, net.
     *
     * @param unbilled what runs would bill more; below zero: less
     * @param drafted what stands on drafts and would stay; proposed only
     * @param invoiced what is invoiced and would stay; proposed only
     */
    public record Totals(String currency, BigDecimal unbilled, BigDecimal drafted, BigDecimal invoiced) {}

    /**
     * One entry.
     *
     * @param newRate null when no row would hold any more: the entry would keep its price and become a work item
     */
    public record Entry(
            String timeEntryId,
            String contractId,
            LocalDate workDate,
            BigDecimal rate,
            @Nullable BigDecimal newRate,
            @Nullable String rateCardId,
            @Nullable String rateId,
            String currency,
            BigDecimal unbilled,
            BigDecimal drafted,
            BigDecimal invoiced) {}

    /** All of it; nothing was written. */
    public record Preview(List<Totals> totals, List<Entry> entries) {}

    @PostMapping("/preview")
    @Operation(summary = "What a change of a price would do, entry by entry and in total; writes nothing")
    Preview preview(@Valid @RequestBody ImaginedChange body) {
        views.awaitHead(PATIENCE);
        var entries =
                work.ifItWere(change(body)).stream().map(RateChangeApi::entry).toList();
        var totals = new TreeMap<String, Totals>();
        for (var entry : entries) {
            var more = new Totals(entry.currency(), entry.unbilled(), entry.drafted(), entry.invoiced());
            totals.merge(
                    entry.currency(),
                    more,
                    (one, other) -> new Totals(
                            one.currency(),
                            one.unbilled().add(other.unbilled()),
                            one.drafted().add(other.drafted()),
                            one.invoiced().add(other.invoiced())));
        }
        return new Preview(List.copyOf(totals.values()), entries);
    }

    private RateChange change(ImaginedChange body) {
        var card = RateCardId.of(body.rateCard());
        var set = body.set();
        var end = body.end();
        if ((set == null) == (end == null)) {
            throw new RuleViolated("G-02", "set", "a change sets a row or ends one", "send either set or end");
        }
        if (set != null) {
            return RateChange.of(set.command(card, set.id() == null ? "imagined" : set.id()));
        }
        var checked = new EndRate(card, end.id(), end.to(), "imagined");
        return work.of(card.value(), checked.rateId(), checked.to())
                .map(found -> RateChange.ended(found.row(), checked.to()))
                .orElseThrow(() -> new Refused(Refusal.notFound(card + " " + checked.rateId())));
    }

    private static Entry entry(Repricing found) {
        var row = found.found().map(answer -> answer.row());
        var currency = found.parts().getFirst().amount().getCurrencyUnit();
        return new Entry(
                found.timeEntryId(),
                found.contractId(),
                found.workDate(),
                found.rate(),
                row.map(winner -> winner.rate().perUnit()).orElse(null),
                row.map(winner -> winner.rateCardId()).orElse(null),
                row.map(winner -> winner.rateId()).orElse(null),
                currency.getCode(),
                WireAmount.amount(found.delta(Standing.UNBILLED).orElse(Money.zero(currency))),
                WireAmount.amount(found.delta(Standing.DRAFTED).orElse(Money.zero(currency))),
                WireAmount.amount(found.delta(Standing.INVOICED).orElse(Money.zero(currency))));
    }
}
