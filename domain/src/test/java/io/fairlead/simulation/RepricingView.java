package io.fairlead.simulation;

import io.fairlead.billing.pricing.FreedWork;
import io.fairlead.billing.pricing.Repricing;
import io.fairlead.billing.pricing.Repricing.Part;
import io.fairlead.billing.pricing.Repricing.Standing;
import io.fairlead.billing.pricing.RepricingLookup;
import io.fairlead.contract.RateChange;
import io.fairlead.contract.TimePricing;
import io.fairlead.simulation.rule.WorkView;
import io.fairlead.simulation.rule.WorkView.Row;
import io.fairlead.time.event.TimeApproved;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;

/** Priced entries and what the cards say of them, made from the log. */
final class RepricingView implements RepricingLookup {

    private final Views views;

    RepricingView(Views views) {
        this.views = views;
    }

    @Override
    public Optional<RateChange> of(String rateCardId, String rateId, LocalDate from) {
        return Views.rows(views.known()).stream()
                .filter(row ->
                        row.rateCardId().equals(rateCardId) && row.rateId().equals(rateId))
                .map(row -> RateChange.of(row, from))
                .findFirst();
    }

    @Override
    public List<Repricing> affectedBy(RateChange change) {
        var known = views.known();
        var work = new WorkView(known);
        return work.rows().values().stream()
                .filter(row -> row.byTime && !work.hasOwnRate(row) && concerns(change, row))
                .map(row -> repricing(row, known))
                .filter(Repricing::isDue)
                .toList();
    }

    @Override
    public List<Repricing> ifItWere(RateChange change) {
        throw new UnsupportedOperationException("nobody asks for a preview");
    }

    @Override
    public List<FreedWork> freedIfItWere(RateChange change) {
        throw new UnsupportedOperationException("nobody asks for a preview");
    }

    @Override
    public Optional<Repricing> of(String timeEntryId) {
        var known = views.known();
        return Optional.ofNullable(new WorkView(known).rows().get(timeEntryId))
                .filter(row -> row.byTime)
                .map(row -> repricing(row, known))
                .filter(Repricing::isDue);
    }

    private boolean concerns(RateChange change, Row row) {
        var rate = change.row();
        var to = change.to();
        boolean owned =
                List.of(row.contract, row.project, row.customer, row.entity).contains(rate.owner())
                        || Objects.equals(views.contract(row.contract).getRateCardId(), rate.rateCardId());
        return owned
                && !row.day.isBefore(change.from())
                && (to == null || row.day.isBefore(to))
                && (rate.personId() == null || rate.personId().equals(row.person));
    }

    private Repricing repricing(Row row, List<Recorded> known) {
        var parts = new ArrayList<Part>();
        if (row.seconds > 0) {
            parts.add(new Part(Standing.UNBILLED, null, 0, row.seconds, money(row, row.amount)));
        }
        row.claims
                .values()
                .forEach(claim -> parts.add(new Part(
                        claim.billed() ? Standing.INVOICED : Standing.DRAFTED,
                        claim.invoice(),
                        claim.portionNo(),
                        claim.seconds(),
                        money(row, claim.amount()))));
        var approval = known.stream()
                .map(Recorded::event)
                .filter(TimeApproved.class::isInstance)
                .map(TimeApproved.class::cast)
                .filter(approved -> approved.getTimeEntryId().equals(row.source))
                .reduce((_, later) -> later)
                .orElseThrow();
        return new Repricing(
                row.source,
                row.contract,
                row.entity,
                row.day,
                Objects.requireNonNull(row.rate),
                row.rateCurrency == null ? row.currency : row.rateCurrency,
                Objects.requireNonNull(row.secondsPerUnit),
                TimePricing.byCards(approval, views.facts(known)),
                parts);
    }

    private static Money money(Row row, BigDecimal amount) {
        var currency = CurrencyUnit.of(row.currency);
        return Money.of(currency, amount.setScale(currency.getDecimalPlaces()));
    }
}
