package io.fairlead.simulation;

import io.fairlead.project.AcceptMilestone;
import io.fairlead.project.ScheduleMilestone;
import io.fairlead.resource.PersonId;
import io.fairlead.time.ApproveTime;
import io.fairlead.time.CorrectTime;
import io.fairlead.time.RecordTime;
import io.fairlead.time.RejectTime;
import io.fairlead.time.SubmitTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import io.fairlead.time.event.TimeApproved;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People work, submit and approve; customers accept results. */
final class WorkLife {

    private static final String CLERK = "idp|clerk";
    private static final String LEAD = "idp|lead";

    private final World world;
    private final Chance chance;
    private final Firm firm;
    private final List<TimeEntryId> entries = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private @Nullable Shift shift;

    WorkLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    private record Milestone(TimeTarget target, String id) {}

    /** Who works, on what and when. */
    private record Shift(PersonId person, TimeTarget target, LocalDate day) {}

    /** At times more work of the same person, line and day: what a day rounds as a whole. */
    void record() {
        var id = TimeEntryId.of("e-" + (entries.size() + 1));
        entries.add(id);
        if (shift == null || chance.oneIn(2)) {
            shift = new Shift(chance.of(firm.people()), chance.of(firm.targets()), chance.day());
        }
        world.ask(new RecordTime(
                id,
                "tracker",
                id.value(),
                shift.person(),
                shift.target(),
                chance.oneIn(3) ? "DESIGN" : null,
                null,
                shift.day(),
                chance.seconds(),
                chance.oneIn(6) ? chance.of(List.of("CREDITED", "NON_BILLABLE")) : "BILLABLE",
                null,
                CLERK));
    }

    /** From its record to its approval at once. */
    void workThrough() {
        record();
        var entry = entries.getLast();
        world.ask(new SubmitTime(entry, CLERK, world.log().now()));
        world.ask(new ApproveTime(entry, LEAD, world.log().now()));
    }

    void correct() {
        if (entries.isEmpty()) {
            return;
        }
        var entry = chance.of(entries);
        if (world.log().last(entry.value(), TimeApproved.class).isEmpty()) {
            world.ask(new CorrectTime(entry, chance.day(), chance.seconds(), "slip", CLERK));
        }
    }

    void submit() {
        if (!entries.isEmpty()) {
            world.ask(new SubmitTime(chance.of(entries), CLERK, world.log().now()));
        }
    }

    void reject() {
        if (!entries.isEmpty()) {
            world.ask(new RejectTime(
                    chance.of(entries), LEAD, "unclear", world.log().now()));
        }
    }

    /** At times by who entered it, which is refused. */
    void approve() {
        if (!entries.isEmpty()) {
            world.ask(new ApproveTime(
                    chance.of(entries),
                    chance.oneIn(9) ? CLERK : LEAD,
                    world.log().now()));
        }
    }

    void scheduleMilestone() {
        if (!firm.milestoneTargets().isEmpty()) {
            var milestone = new Milestone(chance.of(firm.milestoneTargets()), "m" + (milestones.size() + 1));
            milestones.add(milestone);
            world.ask(new ScheduleMilestone(
                    milestone.target().projectId(),
                    milestone.id(),
                    milestone.target().lineNo(),
                    "Result",
                    chance.amount(Firm.digits(milestone.target().currency())),
                    chance.day(),
                    null,
                    null));
        }
    }

    void acceptMilestone() {
        if (!milestones.isEmpty()) {
            var milestone = chance.of(milestones);
            world.ask(
                    new AcceptMilestone(milestone.target().projectId(), milestone.id(), chance.day(), "buyer", "mail"));
        }
    }
}
