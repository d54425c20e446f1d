package io.fairlead.time.cost;

import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.MissingInput;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.cost.CostAnswer.CostFound;
import io.fairlead.time.cost.CostAnswer.CostMissing;
import io.fairlead.time.cost.CostingFacts.CostRow;
import io.fairlead.time.cost.CostingFacts.Employment;
import io.fairlead.time.event.TimeApproved;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What an hour of approved time cost: the person's row of the work date, best in the contract's currency, then the latest first
 * day, then the latest recorded; in the contract's currency and in the seller's books at the exchange rates of that day (R13),
 * on a day that the books take (R14). Asked by the process that costs time.
 */
public final class TimeCosting {

    private final Supplier<? extends CostingFacts> known;
    private final AccountingCalendar books;

    /**
     * @param known what is known when it is asked
     * @param books open days of each company
     */
    public TimeCosting(Supplier<? extends CostingFacts> known, AccountingCalendar books) {
        this.known = known;
        this.books = books;
    }

    /** Of time just approved, billable or not. */
    public CostAnswer cost(TimeApproved entry) {
        return MissingInput.openDay(books, entry.getLegalEntityId(), entry.getWorkDate())
                .<CostAnswer>map(TimeCosting::missing)
                .orElseGet(() -> cost(entry, known.get()));
    }

    private static CostAnswer cost(TimeApproved entry, CostingFacts facts) {
        var currency = facts.contractCurrency(entry.getContractId());
        var employment = facts.employment(entry.getPersonId());
        var zone = facts.zone(entry.getProjectId());
        if (currency.isEmpty() || employment.isEmpty() || zone.isEmpty()) {
            return new CostMissing("COST_RATE_MISSING", "The contract or the person of this time is not known yet.");
        }
        var target = target(entry, currency.get(), zone.get());
        return row(entry, currency.get(), facts)
                .map(row -> inItsCurrencies(row, target, employment.get(), entry, facts))
                .orElseGet(() -> noRow(entry, employment.get(), currency.get()));
    }

    private static Optional<CostRow> row(TimeApproved entry, String currency, CostingFacts facts) {
        return facts.costRows(entry.getPersonId()).stream()
                .filter(row -> row.holdsOn(entry.getWorkDate()))
                .max(Comparator.comparing((CostRow row) -> row.isIn(currency))
                        .thenComparing(CostRow::from)
                        .thenComparing(CostRow::position));
    }

    private static CostAnswer inItsCurrencies(
            CostRow row, TimeTarget target, Employment employment, TimeApproved entry, CostingFacts facts) {
        var day = entry.getWorkDate();
        var own = row.rate().currency().getCode();
        var contract = target.currency();
        var seller = facts.bookCurrency(entry.getLegalEntityId()).orElse(contract);
        var toContract = facts.exchangeRates().on(own, contract, day);
        if (!own.equals(contract) && toContract.isEmpty()) {
            return missing(MissingInput.exchangeRate(own, contract, day));
        }
        var toSeller = facts.exchangeRates().on(own, seller, day);
        if (!seller.equals(contract) && !own.equals(seller) && toSeller.isEmpty()) {
            return missing(MissingInput.exchangeRate(own, seller, day));
        }
        var found = new CostFound(
                target,
                new LegalEntityId(employment.legalEntityId()),
                employment.employment(),
                row.costRateId(),
                toContract.map(row.rate()::with).orElse(row.rate()),
                seller.equals(contract) ? null : bookCurrency(seller, toSeller),
                null);
        return employment.legalEntityId().equals(entry.getLegalEntityId()) ? found : lent(found, entry, seller, facts);
    }

    /** Two companies: the seller's cost is what they agreed, on the day of work, for people of that role. */
    private static CostAnswer lent(CostFound found, TimeApproved entry, String sellerBooks, CostingFacts facts) {
        var employer = found.resourceEntityId().value();
        var role = facts.role(entry.getPersonId()).orElse("");
        var contract = found.target().currency();
        var day = entry.getWorkDate();
        var row = TransferRow.holding(facts.transferRows(employer), entry.getLegalEntityId(), role, contract, day);
        if (row.isEmpty()) {
            return new CostMissing(
                    "INTERCOMPANY_RATE_MISSING",
                    "No transfer rate from " + employer + " to " + entry.getLegalEntityId() + " holds for " + role
                            + " on " + day + ". Set one, and this item closes by itself.");
        }
        var own = row.get().rate().currency().getCode();
        var toContract = facts.exchangeRates().on(own, contract, day);
        if (!own.equals(contract) && toContract.isEmpty()) {
            return missing(MissingInput.exchangeRate(own, contract, day));
        }
        var toBooks = facts.exchangeRates().on(own, sellerBooks, day);
        if (!sellerBooks.equals(contract) && !own.equals(sellerBooks) && toBooks.isEmpty()) {
            return missing(MissingInput.exchangeRate(own, sellerBooks, day));
        }
        return new CostFound(
                found.target(),
                found.resourceEntityId(),
                found.employment(),
                found.costRateId(),
                found.rate(),
                found.books(),
                new Transfer(
                        row.get().transferRateId(),
                        toContract.map(row.get().rate()::with).orElse(row.get().rate()),
                        sellerBooks.equals(contract) ? null : bookCurrency(sellerBooks, toBooks)));
    }

    private static BookCurrency bookCurrency(String code, Optional<ExchangeRate> fx) {
        return new BookCurrency(code, fx.orElse(null));
    }

    private static TimeTarget target(TimeApproved entry, String currency, String zone) {
        return new TimeTarget(
                new ProjectId(entry.getProjectId()),
                null,
                new ContractId(entry.getContractId()),
                entry.getLineNo(),
                new CustomerId(entry.getCustomerId()),
                new LegalEntityId(entry.getLegalEntityId()),
                currency,
                zone);
    }

    private static CostMissing noRow(TimeApproved entry, Employment employment, String currency) {
        return new CostMissing(
                "COST_RATE_MISSING",
                entry.getPersonId() + " of " + employment.legalEntityId() + " has no cost rate in " + currency + " on "
                        + entry.getWorkDate() + ". Set one, then resolve this item.");
    }

    private static CostMissing missing(MissingInput input) {
        return new CostMissing(input.code(), input.sentence());
    }
}
