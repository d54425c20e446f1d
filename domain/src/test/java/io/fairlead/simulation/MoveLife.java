package io.fairlead.simulation;

import io.fairlead.time.MoveTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.event.TimeRecorded;

/** Time turns out to be for something else: it moves to another line, project or customer, also when it is billed already. */
final class MoveLife {

    private static final String CLERK = "idp|clerk";
    private static final String CONTROLLER = "idp|controller";

    private final World world;
    private final Chance chance;
    private final Firm firm;

    MoveLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    /** At times by who entered it, which is refused once it is approved, or of time that moved before. */
    void move() {
        var recorded = world.log().all(TimeRecorded.class);
        if (!recorded.isEmpty()) {
            var entry = chance.of(recorded);
            world.ask(new MoveTime(
                    new TimeEntryId(entry.getTimeEntryId()),
                    chance.of(firm.targets()),
                    chance.oneIn(6) ? "NON_BILLABLE" : "BILLABLE",
                    entry.getWorkDate(),
                    "for another project",
                    chance.oneIn(6) ? CLERK : CONTROLLER,
                    world.log().now()));
        }
    }
}
