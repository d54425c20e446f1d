package io.fairlead.simulation;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.tax.SetTaxRate;
import io.fairlead.billing.tax.TaxRatesId;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.EndRate;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceivePurchaseOrder;
import io.fairlead.contract.SetRate;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.Address;
import io.fairlead.party.ChangeCustomerTaxProfile;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.RegisterCustomer;
import io.fairlead.party.RegisterLegalEntity;
import io.fairlead.resource.OnboardResource;
import io.fairlead.resource.PersonId;
import io.fairlead.resource.SetCostRate;
import io.fairlead.time.TimeTarget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One company with its customers, contracts, people and prices, drawn at random. */
final class Firm {

    static final LegalEntityId ENTITY = LegalEntityId.of("GMBH");
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    /** By code; contracts are with the first two, and paid by the others where they have payers. */
    static final List<String> CUSTOMERS = List.of("acme", "bolt", "payer-0", "payer-1", "payer-2");

    static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD", "CHF");
    private static final List<String> ROLES = List.of("CONSULTANT", "PARTNER");

    private final World world;
    private final Chance chance;
    private final List<PersonId> people = new ArrayList<>();
    private final List<TimeTarget> targets = new ArrayList<>();
    private final List<TimeTarget> milestoneTargets = new ArrayList<>();
    private final List<TimeTarget> retainerTargets = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final ExchangeLife exchange;
    private final SigningLife signing;
    private String currency = "EUR";

    Firm(World world, Chance chance, Optional<Chance> besides) {
        this.world = world;
        this.chance = chance;
        this.exchange = new ExchangeLife(world, chance);
        this.signing = new SigningLife(world, chance, besides, this);
    }

    void begin() {
        currency = chance.of(CURRENCIES);
        exchange.begin();
        world.ask(new RegisterLegalEntity(
                ENTITY, "Firm", "DE", currency, "DE1", "Europe/Berlin", "INV", RateCardId.of("standard"), null, null));
        customers();
        var middle = LocalDate.of(2026, 3, chance.between(1, 28));
        taxRate("S", chance.of(List.of("0.19", "0.2", "0.0725", "0.077")), EVER, middle);
        taxRate("S", chance.of(List.of("0.16", "0.21", "0.09975")), middle, null);
        taxRate("E", "0", EVER, null);
        taxRate("Z", "0", EVER, null);
        taxRate("O", "0", EVER, null);
        codedRate("GST", "0.05", "CA");
        codedRate("PST", chance.of(List.of("0.07", "0.09975")), "CA-BC");
        for (int i = chance.between(1, 3); i > 0; i--) {
            var person = PersonId.of("p" + i);
            people.add(person);
            world.ask(
                    new OnboardResource(person, ENTITY, "Person " + i, chance.of(ROLES), "EMPLOYEE", EVER, List.of()));
            for (int row = chance.between(1, 3); row > 0; row--) {
                world.ask(new SetCostRate(
                        person,
                        "c" + row,
                        row == 1 ? EVER : chance.day(),
                        null,
                        chance.rate(),
                        oneOr(currency, 4),
                        "hired"));
            }
        }
        for (int i = chance.between(1, 3); i > 0; i--) {
            signing.sign("k" + i, CustomerId.of(chance.oneIn(2) ? "acme" : "bolt"));
        }
        for (int i = chance.between(0, 6); i > 0; i--) {
            setRate();
        }
    }

    /** One is exempt from the middle of it on and zero-rated later; one was told another category afterwards. */
    private void customers() {
        for (var key : CUSTOMERS) {
            world.state(new RegisterCustomer(
                    CustomerId.of(key),
                    key,
                    "DE",
                    currency,
                    "DE" + key.length(),
                    "S",
                    new Address("Street 1", "Town", "10115"),
                    ENTITY,
                    null,
                    false,
                    null,
                    30,
                    List.of(),
                    null,
                    null,
                    null));
        }
        profile("acme", "E", LocalDate.of(2026, 3, 15));
        profile("acme", "Z", LocalDate.of(2026, 4, 5));
        profile("payer-1", "Z", null);
    }

    private void profile(String customer, String category, @Nullable LocalDate from) {
        world.state(new ChangeCustomerTaxProfile(CustomerId.of(customer), "DE1", category, from));
    }

    private void taxRate(String category, String rate, LocalDate from, @Nullable LocalDate to) {
        world.ask(new SetTaxRate(
                TaxRatesId.of("GMBH"), ENTITY, category, new BigDecimal(rate), from, to, "law", null, null));
    }

    private void codedRate(String code, String rate, String region) {
        world.ask(new SetTaxRate(
                TaxRatesId.of("GMBH"), ENTITY, "S", new BigDecimal(rate), EVER, null, "law", code, region));
    }

    /** A row on one of the cards: any owner, person, role, kind of work, currency and period. */
    void setRate() {
        var target = chance.of(targets);
        var contract = target.contractId().value();
        var owner = chance.of(List.of(
                ENTITY.value(),
                ENTITY.value(),
                target.customerId().value(),
                target.projectId().value(),
                contract,
                "customer:partner"));
        var from = chance.oneIn(3) ? EVER : chance.day();
        var card = owner.equals("customer:partner")
                ? RateCardId.of("own-" + contract.substring(contract.indexOf(':') + 1))
                : RateCardId.of(owner.replace(':', '-'));
        var row = "r" + (rows.size() + 1);
        rows.add(card + " " + row);
        world.ask(new SetRate(
                card,
                row,
                owner,
                owner.equals(contract) && chance.oneIn(2) ? target.lineNo() : null,
                chance.oneIn(3) ? chance.of(people) : null,
                chance.oneIn(3) ? chance.of(ROLES) : null,
                chance.oneIn(4) ? "DESIGN" : null,
                chance.rate(),
                oneOr(target.currency(), 4),
                chance.oneIn(4) ? "DAY" : "HOUR",
                from,
                chance.oneIn(3) ? from.plusDays(chance.between(1, 10_000)) : null,
                "agreed"));
    }

    void endRate() {
        if (!rows.isEmpty()) {
            var row = chance.of(rows);
            int blank = row.indexOf(' ');
            world.ask(new EndRate(
                    new RateCardId(row.substring(0, blank)), row.substring(blank + 1), chance.day(), "renegotiated"));
        }
    }

    /** A new one, or one that is known with another limit; at times one that sets the first limit of its contract. */
    void receivePurchaseOrder() {
        var contract = chance.of(targets).contractId();
        var number = "PO-" + chance.between(1, 4);
        var amount = chance.oneIn(2) ? chance.amount(digits(currency)) : null;
        boolean first = amount != null
                && !new Agreements(world.log().events()).drawsOrders(contract.value())
                && world.keepsAwayFrom(Excluded.FIRST_ORDER_LIMIT_AFTER_AN_INVOICE);
        if (!first) {
            world.ask(new ReceivePurchaseOrder(contract, number, chance.day(), amount));
        } else {
            world.askAtRest(() -> isPlanned(contract)
                    ? Optional.empty()
                    : Optional.of(new ReceivePurchaseOrder(contract, number, chance.day(), amount)));
        }
    }

    private boolean isPlanned(ContractId contract) {
        return world.log().all(InvoicePlanned.class).stream()
                .anyMatch(plan -> plan.getContractId().equals(contract.value()));
    }

    /** A work item is cleared, whether or not its cause is. */
    void clearException() {
        var open = world.log().all(ExceptionRaised.class);
        if (!open.isEmpty()) {
            clear(chance.of(open));
        }
    }

    private void clear(ExceptionRaised raised) {
        world.ask(new ResolveException(
                new ExceptionId(raised.getExceptionId()),
                "done",
                "idp|lead",
                5,
                world.log().now()));
    }

    /** Every hour has a price now, every payer an order, every pair a rate, and whoever waits for it is told. */
    void setWhatIsMissing() {
        exchange.setWhatIsMissing();
        world.ask(new SetRate(
                RateCardId.of("legal-entity-GMBH"),
                Life.LAST_ROW,
                ENTITY.value(),
                null,
                null,
                null,
                null,
                chance.rate(),
                currency,
                "HOUR",
                EVER,
                null,
                "standard"));
        targets.forEach(target -> world.ask(new ReceivePurchaseOrder(target.contractId(), "PO-9", chance.day(), null)));
        for (var raised : world.log().all(ExceptionRaised.class)) {
            boolean cleared = world.log().all(raised.getExceptionId(), ExceptionResolved.class).stream()
                    .anyMatch(resolved -> resolved.getOccurrence() == raised.getOccurrence());
            if (!cleared) {
                clear(raised);
            }
        }
    }

    /** A customer ordered it: by its hours, a retainer that hours draw from, or by results. */
    void add(TimeTarget target, boolean byTime, boolean retainer) {
        (byTime ? targets : milestoneTargets).add(target);
        if (retainer) {
            retainerTargets.add(target);
        }
    }

    List<PersonId> people() {
        return people;
    }

    List<TimeTarget> targets() {
        return targets;
    }

    List<TimeTarget> milestoneTargets() {
        return milestoneTargets;
    }

    List<TimeTarget> retainerTargets() {
        return retainerTargets;
    }

    /** Most often the usual currency, once in so many times any. */
    private String oneOr(String usual, int times) {
        return chance.oneIn(times) ? chance.of(CURRENCIES) : usual;
    }

    /** Most often the firm's usual one, once in so many times any. */
    String currency(int times) {
        return oneOr(currency, times);
    }

    ExchangeLife exchange() {
        return exchange;
    }

    static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
