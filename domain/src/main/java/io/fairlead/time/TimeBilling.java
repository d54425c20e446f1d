package io.fairlead.time;

import static java.util.Objects.requireNonNull;

import io.fairlead.shared.RuleViolated;
import io.fairlead.time.ChangeEvents.Cause;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;

/**
 * An entry from its price to drafts, invoices and credit notes, what of it is given up or waits, and how it moves elsewhere with
 * all of that. Rules T-06 to T-14, T-18, T-19.
 */
final class TimeBilling {

    private final TimeState time;

    TimeBilling(TimeState time) {
        this.time = time;
    }

    @CommandHandler
    void decide(PriceTime command) {
        var approved = time.approved();
        var approval = approved == null ? null : approved.approval();
        if (command.version() > 0
                && command.version() < (approval == null ? time.recorded().version() : approval.getVersion())) {
            return; // That approval was taken back meanwhile.
        }
        if (approval == null || approval.getVersion() != command.version()) {
            throw new RuleViolated(
                    "T-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (time.price().isEmpty()) {
            var rate = ChangeEvents.withOwnRate(command, time.ownRate().accepted());
            time.record(TimeEvents.priced(approval, time.recorded().seconds(), rate));
        }
    }

    @CommandHandler
    void decide(RepriceTime command) {
        if (time.ownRate().accepted() == null) {
            reprice(command);
        }
    }

    @CommandHandler
    void decide(FixTimeAmount command) {
        time.price()
                .filter(price -> price.getVersion() == command.version())
                .ifPresent(price -> reprice(ChangeEvents.repricing(price, command)));
    }

    @CommandHandler
    void decide(ProposeTimeRate command) {
        if (time.price().isPresent() && time.portions().remaining().isNothing()) {
            throw new RuleViolated("T-13", "timeEntryId", "nothing of the time is unbilled", "credit it first");
        }
        time.ownRate().propose(time.entry(), command).ifPresent(time::record);
    }

    @CommandHandler
    void decide(ApproveTimeRate command) {
        time.ownRate().accept(time.entry(), time.recorded().author(), command).ifPresent(event -> {
            time.record(event);
            time.price().ifPresent(price -> reprice(ChangeEvents.repricing(price, event)));
        });
    }

    private void reprice(RepriceTime command) {
        var approved = time.approved();
        if (approved != null) {
            approved.repriced(time.portions().remaining(), command).forEach(time::record);
        }
    }

    @CommandHandler
    void decide(WithdrawTimeApproval command) {
        var approved = time.approved();
        if (approved != null && time.moved() == null) { // Else it is taken back already.
            var cause = new Cause(command.reason(), command.withdrawnBy());
            approved.withdrawal(time.worked(), cause, command.at()).forEach(time::record);
        }
    }

    @CommandHandler
    void decide(MoveTime command) {
        new MovingTime(time.recorded(), time.approved(), time.worked(), time.moved())
                .events(command)
                .forEach(time::record);
    }

    @CommandHandler
    void decide(RefuseTimeChange command) {
        var approved = time.approved();
        if (approved != null && approved.pending() != null) {
            time.record(TimeEvents.changeRefused(approved.pending(), command));
        }
    }

    @CommandHandler
    void decide(PutTimeOnDraft command) {
        time.billable().putOnDraft(command).forEach(time::record);
    }

    @CommandHandler
    void decide(TakeTimeOffDraft command) {
        moved(time.billable().takeOffDraft(command));
    }

    @CommandHandler
    void decide(BillTime command) {
        moved(time.billable().bill(command));
    }

    @CommandHandler
    void decide(CreditTime command) {
        moved(time.billable().credit(command, time.recorded().seconds()));
    }

    /** What waited for drafts or credit notes happens once none stands in its way. */
    private void moved(List<SpecificRecord> events) {
        events.forEach(time::record);
        if (!events.isEmpty()) {
            requireNonNull(time.approved()).freed(time.worked(), time.moved()).forEach(time::record);
        }
    }

    @CommandHandler
    void decide(WriteOffTime command, MetaData sent) {
        time.recorded().once(sent, () -> time.billable().writeOff(command)).forEach(time::record);
    }

    @CommandHandler
    void decide(DeferTime command) {
        time.billable().defer(command).forEach(time::record);
    }
}
