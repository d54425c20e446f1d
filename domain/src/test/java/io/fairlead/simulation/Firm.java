package io.fairlead.simulation;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.tax.SetTaxRate;
import io.fairlead.billing.tax.TaxRatesId;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.ContractPolicies;
import io.fairlead.contract.EndRate;
import io.fairlead.contract.LineTerms;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceivePurchaseOrder;
import io.fairlead.contract.SetRate;
import io.fairlead.contract.SignContract;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.party.RegisterLegalEntity;
import io.fairlead.project.OpenProject;
import io.fairlead.project.ProjectId;
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

    static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD", "CHF");
    private static final List<String> ROLES = List.of("CONSULTANT", "PARTNER");
    private static final List<List<String>> SHARES = List.of(
            List.of("0.5", "0.5"),
            List.of("0.4", "0.35", "0.25"),
            List.of("0.333333", "0.333333", "0.333333"),
            List.of("0.999999", "0.000001"));
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");

    private final World world;
    private final Chance chance;
    private final List<PersonId> people = new ArrayList<>();
    private final List<TimeTarget> targets = new ArrayList<>();
    private final List<TimeTarget> milestoneTargets = new ArrayList<>();
    private final List<TimeTarget> retainerTargets = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final ExchangeLife exchange;
    private String currency = "EUR";

    Firm(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
        this.exchange = new ExchangeLife(world, chance);
    }

    void begin() {
        currency = chance.of(CURRENCIES);
        exchange.begin();
        world.ask(new RegisterLegalEntity(
                ENTITY, "Firm", "DE", currency, "DE1", "Europe/Berlin", "INV", RateCardId.of("standard"), null, null));
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
            sign("k" + i, CustomerId.of(chance.oneIn(2) ? "acme" : "bolt"));
        }
        for (int i = chance.between(0, 6); i > 0; i--) {
            setRate();
        }
    }

    private void taxRate(String category, String rate, LocalDate from, @Nullable LocalDate to) {
        world.ask(new SetTaxRate(
                TaxRatesId.of("GMBH"), ENTITY, category, new BigDecimal(rate), from, to, "law", null, null));
    }

    private void codedRate(String code, String rate, String region) {
        world.ask(new SetTaxRate(
                TaxRatesId.of("GMBH"), ENTITY, "S", new BigDecimal(rate), EVER, null, "law", code, region));
    }

    private void sign(String key, CustomerId customer) {
        var contract = ContractId.of(key);
        var zone = chance.of(ZONES);
        var own = oneOr(currency, 3);
        int digits = digits(own);
        var lines = new ArrayList<SignContract.Line>();
        int count = chance.between(1, 3);
        for (int no = 1; no <= count; no++) {
            boolean byTime = no == 1 || chance.oneIn(2);
            var method = !byTime ? "MILESTONE" : chance.oneIn(4) ? "RETAINER" : "TIME_AND_MATERIALS";
            lines.add(line(no, method, chance.oneIn(2) ? chance.amount(digits) : null, digits));
            var project = ProjectId.of(key + "-" + no);
            var target = new TimeTarget(project, null, contract, no, customer, ENTITY, own, zone);
            (byTime ? targets : milestoneTargets).add(target);
            if (method.equals("RETAINER")) {
                retainerTargets.add(target);
            }
            world.ask(new OpenProject(project, contract, customer, ENTITY, "Project", own, zone, no, EVER));
        }
        world.ask(new SignContract(
                contract,
                null,
                ENTITY,
                customer,
                "Contract",
                own,
                EVER,
                chance.oneIn(3) ? LocalDate.of(2026, 3, 1) : EVER,
                chance.oneIn(3) ? LocalDate.of(2026, 4, 10) : null,
                zone,
                chance.between(0, 60),
                chance.oneIn(4),
                chance.oneIn(3) ? "PO-1" : null,
                null,
                chance.oneIn(3) ? RateCardId.of("own-" + key) : null,
                policies(digits),
                lines));
    }

    private ContractPolicies policies(int digits) {
        var none = ContractPolicies.DEFAULT;
        return new ContractPolicies(
                none.rounding(),
                timeRounding(),
                chance.of(List.of("SPLIT", "SPLIT", "WHOLE_ITEM", "STOP")),
                chance.oneIn(4) ? chance.amount(digits) : null,
                chance.oneIn(3) ? "LINE" : "DOCUMENT",
                chance.oneIn(5) ? "PROJECT" : "CONTRACT",
                none.midnight(),
                none.slaDays(),
                none.fxDate(),
                chance.oneIn(4) ? payers() : none.payers());
    }

    /** Two or three, one of whom may have next to nothing. */
    private List<ContractPolicies.Payer> payers() {
        var shares = chance.of(SHARES);
        int residue = chance.between(0, shares.size() - 1);
        var payers = new ArrayList<ContractPolicies.Payer>();
        for (int i = 0; i < shares.size(); i++) {
            payers.add(new ContractPolicies.Payer(
                    CustomerId.of("payer-" + i), new BigDecimal(shares.get(i)), i == residue));
        }
        return payers;
    }

    /** Worked time is billed as it is, or rounded entry by entry, or day by day. */
    private ContractPolicies.TimeRounding timeRounding() {
        return chance.oneIn(3)
                ? new ContractPolicies.TimeRounding(
                        chance.oneIn(2) ? "UP" : "NEAREST",
                        chance.of(List.of(1, 5, 6, 15, 30)),
                        chance.oneIn(2) ? "DAY" : "ENTRY")
                : ContractPolicies.DEFAULT.timeRounding();
    }

    /** Most often the usual currency, once in so many times any. */
    private String oneOr(String usual, int times) {
        return chance.oneIn(times) ? chance.of(CURRENCIES) : usual;
    }

    private SignContract.Line line(int no, String method, @Nullable BigDecimal amount, int digits) {
        var limit = chance.oneIn(6) ? chance.amount(digits) : null;
        var tax = chance.oneIn(4) ? chance.of(List.of("E", "Z")) : "S";
        return new SignContract.Line(no, "Line " + no, method, amount, limit, tax, null, terms());
    }

    private LineTerms terms() {
        var codes = chance.oneIn(5)
                ? chance.of(List.of(List.of("GST@CA"), List.of("GST@CA", "PST@CA-BC")))
                : List.<String>of();
        var markUp = chance.oneIn(3) ? chance.of(List.of(new BigDecimal("0.1"), new BigDecimal("0.3333"))) : null;
        return new LineTerms(null, null, null, null, null, null, null, markUp, codes);
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
                && Excluded.FIRST_ORDER_LIMIT_AFTER_AN_INVOICE.applies();
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
                "last",
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

    /** Most often the firm's usual one. */
    String someCurrency() {
        return oneOr(currency, 5);
    }

    ExchangeLife exchange() {
        return exchange;
    }

    static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
