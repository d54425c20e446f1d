package io.fairlead.simulation;

import io.fairlead.contract.AmendContract;
import io.fairlead.contract.AmendContract.LineChange;
import io.fairlead.contract.AmendContract.NewLimit;
import io.fairlead.contract.AmendContract.Treatment;
import io.fairlead.contract.ContractId;
import io.fairlead.contract.HoldBilling;
import io.fairlead.contract.LiftBillingHold;
import io.fairlead.contract.event.BillingHeld;
import io.fairlead.funding.event.FundingOpened;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Buyer and seller agree anew: limits move, terms grow, billing stops for a while. */
final class AgreementLife {

    private static final String MANAGER = "idp|manager";

    private final World world;
    private final Chance chance;
    private final Firm firm;
    private int amendments;
    private int prospective;

    AgreementLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    /** A limit of the contract or of a line comes or moves, where limits were watched before. */
    void moveLimit() {
        var target = chance.of(firm.targets());
        if (world.log().all(FundingOpened.class).stream().noneMatch(opened -> opened.getContractId()
                .equals(target.contractId().value()))) {
            return;
        }
        var limit = new NewLimit(chance.amount(Firm.digits(target.currency())));
        if (chance.oneIn(2)) {
            amend(target.contractId(), null, limit, List.of());
        } else {
            amend(target.contractId(), null, null, List.of(new LineChange(target.lineNo(), null, limit, null)));
        }
    }

    /** Only to a later day: what was priced within the term stays within it. */
    void extendTerm() {
        var contract = chance.of(firm.targets()).contractId();
        var terms = new Agreements(world.log().events()).contract(contract.value());
        if (terms.getTermTo() != null) {
            amend(contract, terms.getTermTo().plusDays(chance.between(0, 20)), null, List.of());
        }
    }

    /** From a day on a line is worth another amount; what was agreed before that day stays. */
    void changeTerms(Chance dice) {
        var target = dice.of(firm.targets());
        var amount = dice.amount(Firm.digits(target.currency()));
        world.ask(new AmendContract(
                target.contractId(),
                "p-" + ++prospective,
                dice.day(),
                Treatment.PROSPECTIVE,
                MANAGER,
                "more of the same",
                null,
                null,
                List.of(new LineChange(target.lineNo(), amount, null, null)),
                List.of(),
                null,
                world.log().now()));
    }

    private void amend(
            ContractId contract, @Nullable LocalDate termTo, @Nullable NewLimit limit, List<LineChange> lines) {
        world.ask(new AmendContract(
                contract,
                "a-" + (chance.oneIn(8) ? Math.max(1, amendments) : ++amendments),
                chance.day(),
                chance.of(List.of(Treatment.values())),
                MANAGER,
                "negotiated",
                termTo,
                limit,
                lines,
                List.of(),
                null,
                world.log().now()));
    }

    void hold() {
        var target = chance.of(firm.targets());
        world.ask(new HoldBilling(
                target.contractId(),
                chance.oneIn(2) ? (Integer) target.lineNo() : null,
                "a dispute",
                MANAGER,
                world.log().now()));
    }

    void lift() {
        var held = world.log().all(BillingHeld.class);
        if (!held.isEmpty()) {
            lift(chance.of(held));
        }
    }

    void liftAll() {
        world.log().all(BillingHeld.class).forEach(this::lift);
    }

    private void lift(BillingHeld held) {
        world.ask(new LiftBillingHold(
                new ContractId(held.getContractId()),
                held.getLineNo(),
                "settled",
                MANAGER,
                world.log().now()));
    }
}
