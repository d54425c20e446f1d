package io.fairlead.simulation;

import io.fairlead.billing.SetTaxRate;
import io.fairlead.billing.TaxRatesId;
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
import org.jspecify.annotations.Nullable;

/** One company with its customers, contracts, people and prices, drawn at random. */
final class Firm {

    static final LegalEntityId ENTITY = LegalEntityId.of("GMBH");
    static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private static final List<String> CURRENCIES = List.of("EUR", "USD", "JPY", "KWD", "CHF");
    private static final List<String> ROLES = List.of("CONSULTANT", "PARTNER");
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");

    private final World world;
    private final Chance chance;
    private final List<PersonId> people = new ArrayList<>();
    private final List<TimeTarget> targets = new ArrayList<>();
    private final List<TimeTarget> milestoneTargets = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private String currency = "EUR";

    Firm(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    void begin() {
        currency = chance.of(CURRENCIES);
        world.ask(new RegisterLegalEntity(
                ENTITY, "Firm", "DE", currency, "DE1", "Europe/Berlin", "INV", RateCardId.of("standard"), null, null));
        var middle = LocalDate.of(2026, 3, chance.between(1, 28));
        taxRate("S", chance.of(List.of("0.19", "0.2", "0.0725", "0.077")), EVER, middle);
        taxRate("S", chance.of(List.of("0.16", "0.21", "0.09975")), middle, null);
        taxRate("E", "0", EVER, null);
        taxRate("Z", "0", EVER, null);
        codedRate("GST", "0.05", "CA");
        codedRate("PST", chance.of(List.of("0.07", "0.09975")), "CA-BC");
        for (int i = chance.between(1, 3); i > 0; i--) {
            var person = PersonId.of("p" + i);
            people.add(person);
            world.ask(
                    new OnboardResource(person, ENTITY, "Person " + i, chance.of(ROLES), "EMPLOYEE", EVER, List.of()));
            for (int row = chance.between(1, 3); row > 0; row--) {
                world.ask(new SetCostRate(
                        person, "c" + row, row == 1 ? EVER : chance.day(), null, chance.rate(), currency, "hired"));
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
        int digits = digits(currency);
        var lines = new ArrayList<SignContract.Line>();
        int count = chance.between(1, 3);
        for (int no = 1; no <= count; no++) {
            boolean byTime = no == 1 || chance.oneIn(2);
            lines.add(line(no, byTime, chance.oneIn(2) ? chance.amount(digits) : null));
            var project = ProjectId.of(key + "-" + no);
            var target = new TimeTarget(project, null, contract, no, customer, ENTITY, currency, zone);
            (byTime ? targets : milestoneTargets).add(target);
            world.ask(new OpenProject(project, contract, customer, ENTITY, "Project", currency, zone, no, EVER));
        }
        world.ask(new SignContract(
                contract,
                null,
                ENTITY,
                customer,
                "Contract",
                currency,
                EVER,
                chance.oneIn(3) ? LocalDate.of(2026, 3, 1) : EVER,
                chance.oneIn(3) ? LocalDate.of(2026, 4, 10) : null,
                zone,
                chance.between(0, 60),
                chance.oneIn(4),
                chance.oneIn(3) ? "PO-1" : null,
                null,
                chance.oneIn(3) ? RateCardId.of("own-" + key) : null,
                policies(),
                lines));
    }

    private ContractPolicies policies() {
        var none = ContractPolicies.DEFAULT;
        return new ContractPolicies(
                none.rounding(),
                none.timeRounding(),
                chance.of(List.of("SPLIT", "SPLIT", "WHOLE_ITEM", "STOP")),
                chance.oneIn(4) ? chance.amount(digits(currency)) : null,
                chance.oneIn(3) ? "LINE" : "DOCUMENT",
                none.invoicePer(),
                none.midnight(),
                none.slaDays(),
                none.fxDate(),
                none.payers());
    }

    private SignContract.Line line(int no, boolean byTime, @Nullable BigDecimal amount) {
        var limit = chance.oneIn(6) ? chance.amount(digits(currency)) : null;
        var tax = chance.oneIn(4) ? chance.of(List.of("E", "Z")) : "S";
        return new SignContract.Line(
                no, "Line " + no, byTime ? "TIME_AND_MATERIALS" : "MILESTONE", amount, limit, tax, null, terms());
    }

    private LineTerms terms() {
        var codes = chance.oneIn(5)
                ? chance.of(List.of(List.of("GST@CA"), List.of("GST@CA", "PST@CA-BC")))
                : List.<String>of();
        return new LineTerms(null, null, null, null, null, null, null, null, codes);
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
                chance.oneIn(6) ? chance.of(CURRENCIES) : currency,
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

    void receivePurchaseOrder() {
        var target = chance.of(targets);
        world.ask(new ReceivePurchaseOrder(target.contractId(), "PO-" + chance.between(2, 4), chance.day(), null));
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

    /** Every hour has a price now, every payer an order, and whoever waits for it is told. */
    void setWhatIsMissing() {
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

    String currency() {
        return currency;
    }

    static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
