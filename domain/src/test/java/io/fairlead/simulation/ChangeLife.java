package io.fairlead.simulation;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.time.AdjustTime;
import io.fairlead.time.ApproveTimeRate;
import io.fairlead.time.CorrectTime;
import io.fairlead.time.DeferTime;
import io.fairlead.time.ProposeTimeRate;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.WithdrawTimeApproval;
import io.fairlead.time.WriteOffTime;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeRateProposed;
import java.util.function.Consumer;

/** People change their minds about time that is approved, priced, drafted or billed. */
final class ChangeLife {

    private static final String CONTROLLER = "idp|controller";
    private static final String CFO = "idp|cfo";

    private final World world;
    private final Chance chance;

    ChangeLife(World world, Chance chance) {
        this.world = world;
        this.chance = chance;
    }

    /** More, less, or nothing at all; at times another day, which is refused. */
    void correct() {
        entry(approved -> world.ask(new CorrectTime(
                new TimeEntryId(approved.getTimeEntryId()),
                chance.oneIn(12) ? chance.day() : approved.getWorkDate(),
                chance.oneIn(8) ? 0 : chance.seconds(),
                "the customer counts otherwise",
                CONTROLLER)));
    }

    void adjust() {
        entry(approved -> world.ask(new AdjustTime(
                new TimeEntryId(approved.getTimeEntryId()),
                (chance.oneIn(2) ? 1 : -1) * chance.between(1, 7_200),
                "a break",
                CONTROLLER)));
    }

    void withdraw() {
        entry(approved -> world.ask(new WithdrawTimeApproval(
                new TimeEntryId(approved.getTimeEntryId()),
                "wrong project",
                CONTROLLER,
                world.log().now())));
    }

    void writeOff() {
        entry(approved -> world.ask(new WriteOffTime(
                new TimeEntryId(approved.getTimeEntryId()),
                chance.oneIn(2) ? null : (Integer) chance.between(1, Math.max(1, approved.getSeconds())),
                "goodwill",
                CONTROLLER,
                approved.getWorkDate())));
    }

    void defer() {
        entry(approved -> world.ask(new DeferTime(
                new TimeEntryId(approved.getTimeEntryId()), chance.day(), "the budget of next month", CONTROLLER)));
    }

    void proposeRate() {
        entry(approved -> world.ask(new ProposeTimeRate(
                new TimeEntryId(approved.getTimeEntryId()),
                chance.rate(),
                currency(approved.getContractId()),
                "as promised",
                CONTROLLER)));
    }

    private String currency(String contract) {
        return world.log().last(contract, ContractSigned.class).orElseThrow().getCurrency();
    }

    /** At times by who asked, which is refused. */
    void approveRate() {
        var asked = world.log().all(TimeRateProposed.class);
        if (!asked.isEmpty()) {
            world.ask(new ApproveTimeRate(
                    new TimeEntryId(chance.of(asked).getTimeEntryId()),
                    chance.oneIn(8) ? CONTROLLER : CFO,
                    world.log().now()));
        }
    }

    private void entry(Consumer<TimeApproved> deed) {
        var approved = world.log().all(TimeApproved.class);
        if (!approved.isEmpty()) {
            deed.accept(chance.of(approved));
        }
    }
}
