package io.fairlead.simulation;

import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.billing.item.InstalmentPlanId;
import io.fairlead.billing.item.ScheduleInstalments;
import io.fairlead.billing.item.ScheduleInstalments.Part;
import io.fairlead.billing.retainer.ExpireRetainer;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.time.TimeTarget;
import java.util.ArrayList;
import java.util.List;

/** Customers pay ahead, in parts on agreed days; what they do not use expires. Other lines are billed in parts too. */
final class RetainerLife {

    private final World world;
    private final Chance chance;
    private final Firm firm;

    RetainerLife(World world, Chance chance, Firm firm) {
        this.world = world;
        this.chance = chance;
        this.firm = firm;
    }

    /** Once for each line; the same plan again changes nothing, another one is refused. */
    void scheduleRetainer() {
        schedule(firm.retainerTargets(), BillingItemKind.RETAINER);
    }

    void scheduleInstalments() {
        schedule(firm.milestoneTargets(), BillingItemKind.INSTALMENT);
    }

    private void schedule(List<TimeTarget> targets, BillingItemKind kind) {
        if (targets.isEmpty()) {
            return;
        }
        var target = chance.of(targets);
        var parts = new ArrayList<Part>();
        for (int no = chance.between(1, 3); no > 0; no--) {
            parts.add(new Part("Part " + no, chance.amount(Firm.digits(target.currency())), chance.day()));
        }
        world.ask(new ScheduleInstalments(
                InstalmentPlanId.of(target.projectId(), target.lineNo()),
                kind,
                target.contractId(),
                target.projectId(),
                target.customerId(),
                target.legalEntityId(),
                target.lineNo(),
                target.currency(),
                null,
                parts));
    }

    /** Not at each occasion: what is expired nobody draws any more. */
    void expire() {
        var filled = world.log().all(RetainerInvoiced.class);
        if (!filled.isEmpty() && !chance.oneIn(3)) {
            var retainer = chance.of(filled);
            var day = chance.day();
            world.ask(new ExpireRetainer(
                    new RetainerId(retainer.getRetainerId()), day, "not used in time", "idp|controller"));
        }
    }
}
