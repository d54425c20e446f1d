package io.fairlead.simulation;

import io.fairlead.contract.ContractId;
import io.fairlead.contract.ContractPolicies;
import io.fairlead.contract.LineTerms;
import io.fairlead.contract.RateCardId;
import io.fairlead.contract.ReceivePurchaseOrder;
import io.fairlead.contract.SignContract;
import io.fairlead.party.CustomerId;
import io.fairlead.party.CustomerTerms;
import io.fairlead.project.OpenProject;
import io.fairlead.project.ProjectId;
import io.fairlead.time.TimeTarget;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Customers sign contracts: any number of lines, limits, payers, taxes and ways of rounding. */
final class SigningLife {

    private static final List<List<String>> SHARES = List.of(
            List.of("0.5", "0.5"),
            List.of("0.4", "0.35", "0.25"),
            List.of("0.333333", "0.333333", "0.333333"),
            List.of("0.999999", "0.000001"));
    private static final List<String> ZONES = List.of("Europe/Berlin", "America/New_York", "Asia/Kolkata");

    private static final List<String> PERIODS = List.of("MONTH", "MONTH", "QUARTER", "YEAR", "TERM");

    private final World world;
    private final Chance chance;
    private final Optional<Chance> besides;
    private final Firm firm;

    /** @param besides decides what the contracts of thorough firms say besides */
    SigningLife(World world, Chance chance, Optional<Chance> besides, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.besides = besides;
        this.firm = firm;
    }

    /** Of one to three lines; each has a project. */
    void sign(String key, CustomerId customer) {
        var contract = ContractId.of(key);
        var zone = chance.of(ZONES);
        var own = firm.currency(3);
        int digits = Firm.digits(own);
        var lines = new ArrayList<SignContract.Line>();
        int count = chance.between(1, 3);
        for (int no = 1; no <= count; no++) {
            boolean byTime = no == 1 || chance.oneIn(2);
            var method = !byTime ? "MILESTONE" : chance.oneIn(3) ? "RETAINER" : "TIME_AND_MATERIALS";
            var line = line(no, method, chance.oneIn(2) ? chance.amount(digits) : null, digits);
            lines.add(no == 2 || key.equals("k2") ? leftToProfile(line) : line);
            var project = ProjectId.of(key + "-" + no);
            var target = new TimeTarget(project, null, contract, no, customer, Firm.ENTITY, own, zone);
            firm.add(target, byTime, method.equals("RETAINER"));
            world.ask(new OpenProject(project, contract, customer, Firm.ENTITY, "Project", own, zone, no, Firm.EVER));
        }
        var termFrom = chance.oneIn(3) ? LocalDate.of(2026, 3, 1) : Firm.EVER;
        var termTo = chance.oneIn(3) ? LocalDate.of(2026, 4, 10) : null;
        int termsDays = chance.between(0, 60);
        world.ask(new SignContract(
                contract,
                null,
                Firm.ENTITY,
                customer,
                "Contract",
                own,
                Firm.EVER,
                termFrom,
                termTo,
                zone,
                termsDays,
                chance.oneIn(4),
                chance.oneIn(3) ? "PO-1" : null,
                null,
                chance.oneIn(3) ? RateCardId.of("own-" + key) : null,
                policies(termsDays, digits),
                lines,
                new CustomerTerms(30, false, null)));
        besides.filter(dice -> dice.oneIn(4))
                .ifPresent(
                        dice -> world.ask(new ReceivePurchaseOrder(contract, "PO-2", Firm.EVER, dice.amount(digits))));
    }

    private ContractPolicies policies(int termsDays, int digits) {
        var none = ContractPolicies.DEFAULT;
        return new ContractPolicies(
                besides.filter(dice -> dice.oneIn(2)).map(_ -> "PER_LINE").orElse(none.rounding()),
                timeRounding(),
                chance.of(List.of("SPLIT", "SPLIT", "WHOLE_ITEM", "STOP")),
                chance.oneIn(4) ? chance.amount(digits) : null,
                chance.oneIn(3) ? "LINE" : "DOCUMENT",
                chance.oneIn(5) ? "PROJECT" : "CONTRACT",
                none.midnight(),
                none.slaDays(),
                none.fxDate(),
                chance.oneIn(4) ? payers() : none.payers(),
                new ContractPolicies.DocumentPolicies(
                        termsDays % 4 == 1 ? "REQUIRED" : "WANTED", step(termsDays, digits)));
    }

    /** Cash of currencies with cents may come in steps; by what chance gave before, so that histories stay what they were. */
    private static @Nullable BigDecimal step(int termsDays, int digits) {
        return digits != 2 || termsDays % 5 != 0 ? null : new BigDecimal(termsDays % 3 == 0 ? "1.00" : "0.05");
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

    private SignContract.Line line(int no, String method, @Nullable BigDecimal amount, int digits) {
        var limit = chance.oneIn(6) ? chance.amount(digits) : null;
        var tax = chance.oneIn(4) ? chance.of(List.of("E", "Z")) : "S";
        return new SignContract.Line(no, "Line " + no, method, amount, limit, tax, null, terms(digits));
    }

    /** Of hours or of money or of both, by a period that the histories cross. */
    private List<LineTerms.Cap> caps(int digits) {
        var caps = new ArrayList<LineTerms.Cap>();
        if (chance.oneIn(5)) {
            caps.add(new LineTerms.Cap(
                    "HOURS", BigDecimal.valueOf(chance.between(1, 60)), chance.of(PERIODS), chance.oneIn(2)));
        }
        if (chance.oneIn(8)) {
            caps.add(new LineTerms.Cap("MONEY", chance.amount(digits), chance.of(PERIODS), chance.oneIn(2)));
        }
        return caps;
    }

    /** Taxed as the payer is on the day of service. */
    private static SignContract.Line leftToProfile(SignContract.Line line) {
        return new SignContract.Line(
                line.lineNo(),
                line.description(),
                line.method(),
                line.amount(),
                line.limit(),
                null,
                line.erpItem(),
                line.terms());
    }

    private LineTerms terms(int digits) {
        var codes = chance.oneIn(5)
                ? chance.of(List.of(List.of("GST@CA"), List.of("GST@CA", "PST@CA-BC")))
                : List.<String>of();
        var markUp = chance.oneIn(3) ? chance.of(List.of(new BigDecimal("0.1"), new BigDecimal("0.3333"))) : null;
        return new LineTerms(null, null, null, null, null, null, null, markUp, codes, caps(digits));
    }
}
