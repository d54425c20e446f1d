package io.fairlead.time;

import static java.util.Objects.requireNonNull;
import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.fairlead.shared.Check;
import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Wire;
import io.fairlead.time.ChangeEvents.Cause;
import io.fairlead.time.Portions.Claim;
import io.fairlead.time.event.TimePriced;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** One person's time on one project and day, from its record to its invoice and back. Rules T-01 to T-15. */
@AggregateRoot
public class TimeEntry extends TimeEntryState {

    TimeEntry() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(RecordTime command) {
        var event = TimeEvents.recorded(command);
        if (Once.isNew("T-02", "the time entry", recorded, TimeEvents.byItsAuthor(event, recorded))) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OfferTime command) {
        decide(command.entry());
        decide(new SubmitTime(command.timeEntryId(), command.entry().author(), command.at()));
    }

    @CommandHandler
    void decide(CorrectTime command) {
        if (approved != null) {
            if (!command.workDate().equals(workDate)) {
                throw refused("T-05", "workDate", "approved time keeps its day", "withdraw the approval first");
            }
            var cause = new Cause(command.reason(), command.author());
            standing(approved)
                    .correction(command.seconds(), cause, requireNonNull(author))
                    .forEach(this::record);
            return;
        }
        TimeRules.requireWorkedTime(command.seconds());
        if (seconds != command.seconds() || !command.workDate().equals(workDate)) {
            record(TimeEvents.corrected(command, version + 1));
        }
    }

    @CommandHandler
    void decide(AdjustTime command) {
        int wanted = seconds + command.secondsDelta();
        if (wanted < 0) {
            throw refused("T-11", "secondsDelta", "the entry has only " + seconds + " seconds", "take away no more");
        }
        decide(new CorrectTime(
                command.timeEntryId(), requireNonNull(workDate), wanted, command.reason(), command.author()));
    }

    @CommandHandler
    void decide(SubmitTime command) {
        if (submittedAt == null && approved == null) { // Else it waits or is decided already.
            TimeRules.requireWorkedTime(seconds); // A correction after approval may have left nothing.
            record(TimeEvents.submitted(entry(), version, command));
        }
    }

    @CommandHandler
    void decide(ApproveTime command) {
        if (approved != null && challenged == null) {
            return; // A repeated approval is not a new fact.
        }
        var submitted = approved == null ? requireSubmitted() : command.at();
        TimeRules.requireAnother(command.approvedBy(), requireNonNull(author), entry().getPersonId());
        record(
                approved == null
                        ? TimeEvents.approved(entry(), version, requireNonNull(workDate), seconds, submitted, command)
                        : TimeEvents.confirmed(approved, command));
    }

    @CommandHandler
    void decide(RejectTime command) {
        if (approved != null) {
            throw refused("T-05", "timeEntryId", "the time is approved", "withdraw the approval first");
        }
        requireSubmitted();
        TimeRules.requireAnother(command.rejectedBy(), requireNonNull(author), entry().getPersonId());
        record(TimeEvents.rejected(entry(), version, command));
    }

    @CommandHandler
    void decide(WithdrawTimeApproval command) {
        if (approved != null && challenged == null) { // Else it is taken back already, or in doubt.
            var cause = new Cause(command.reason(), command.withdrawnBy());
            standing(approved).withdrawal(cause, command.at()).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(RefuseTimeChange command) {
        if (pending != null) {
            record(TimeEvents.changeRefused(pending, command));
        }
    }

    @CommandHandler
    void decide(PriceTime command) {
        var approval = approved;
        if (command.version() > 0 && command.version() < (approval == null ? version : approval.getVersion())) {
            return; // That approval was taken back meanwhile.
        }
        if (approval == null || approval.getVersion() != command.version()) {
            throw refused("T-06", "version", "version " + command.version() + " is not approved", "approve it first");
        }
        if (priced == null) {
            record(TimeEvents.priced(approval, seconds, ChangeEvents.withOwnRate(command, ownRate)));
        }
    }

    @CommandHandler
    void decide(RepriceTime command) {
        if (priced != null && ownRate == null) {
            standing(requireNonNull(approved)).repriced(command).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(FixTimeAmount command) {
        if (priced != null && priced.getVersion() == command.version()) {
            var repricing = ChangeEvents.repricing(priced, command);
            standing(requireNonNull(approved)).repriced(repricing).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(ProposeTimeRate command) {
        if (priced != null && parts().left().isNothing()) {
            throw refused("T-13", "timeEntryId", "nothing of the time is unbilled", "credit it first");
        }
        var event = TimeEvents.rateProposed(entry(), command);
        if (!event.equals(rateAsked)) {
            record(event);
        }
    }

    @CommandHandler
    void decide(ApproveTimeRate command) {
        var asked = rateAsked;
        if (asked == null && ownRate != null) {
            return; // It is accepted already.
        }
        if (asked == null) {
            throw refused("T-14", "timeEntryId", "no rate is proposed for it", "propose one first");
        }
        TimeRules.requireAnother(command.approvedBy(), asked.getProposedBy(), entry().getPersonId());
        TimeRules.requireAnother(command.approvedBy(), requireNonNull(author), entry().getPersonId());
        var event = TimeEvents.rateOverridden(asked, command);
        record(event);
        if (priced != null) {
            var repricing = ChangeEvents.repricing(priced, event);
            standing(requireNonNull(approved)).repriced(repricing).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(PutTimeOnDraft command) {
        var invoice = command.invoiceId().value();
        if (portions != null && portions.has(invoice, command.portion())) {
            return; // This draft has it already.
        }
        var price = requireUnbilled("T-07", "invoiceId");
        record(ClaimEvents.putOnDraft(price, parts().granted(invoice, command.portion())));
    }

    @CommandHandler
    void decide(TakeTimeOffDraft command) {
        var claims = portions == null ? List.<Claim>of() : portions.draftedOn(command.invoiceId());
        if (!claims.isEmpty()) {
            var price = requireNonNull(priced);
            claims.forEach(claim -> record(ClaimEvents.takenOffDraft(price, claim, command.reason())));
            standing(requireNonNull(approved)).settled().forEach(this::record);
        }
    }

    @CommandHandler
    void decide(BillTime command) {
        if (portions == null || !portions.has(command.invoiceId().value(), null)) {
            throw refused("T-08", "invoiceId", "the time is not on this draft", "put it on the draft first");
        }
        var claims = portions.draftedOn(command.invoiceId());
        if (!claims.isEmpty()) { // Else it is billed there already.
            var price = requireNonNull(priced);
            claims.forEach(claim -> record(ClaimEvents.billed(price, claim, command)));
            standing(requireNonNull(approved)).settled().forEach(this::record);
        }
    }

    @CommandHandler
    void decide(CreditTime command) {
        if (credits.contains(creditOf(command.creditNoteId(), command.portionNo(), command.disposition()))) {
            return; // That credit is known.
        }
        if (priced == null) {
            throw refused("T-10", "portionNo", "nothing of the time is billed", "credit what is billed");
        }
        var amount = Wire.money(Check.payable("amount", command.amount(), priced.getCurrency()), priced.getCurrency());
        var claim = parts().creditable(command.portionNo(), command.seconds(), amount);
        record(ClaimEvents.credited(priced, claim, command, entry().getTimeClass(), seconds));
        if (challenged != null) {
            standing(requireNonNull(approved)).cleared(challenged).forEach(this::record);
        }
    }

    @CommandHandler
    void decide(WriteOffTime command) {
        var price = requireUnbilled("T-13", "timeEntryId");
        if (!parts().left().isNothing() || !parts().hasWrittenOff()) { // Else all of it is given up already.
            record(ClaimEvents.writtenOff(price, parts().toGiveUp(command.seconds()), command));
        }
    }

    @CommandHandler
    void decide(DeferTime command) {
        requireUnbilled("T-13", "timeEntryId");
        var event = TimeEvents.deferred(entry(), command);
        if (!event.equals(deferred)) {
            parts().requireLeft();
            record(event);
        }
    }

    @CanIgnoreReturnValue
    private TimePriced requireUnbilled(String rule, String field) {
        if (priced == null || challenged != null || pending != null) {
            var reason = priced == null ? "the time has no price yet" : "the time is about to change or in doubt";
            throw refused(rule, field, reason, "wait until it is priced and settled");
        }
        return priced;
    }

    @CanIgnoreReturnValue
    private Instant requireSubmitted() {
        if (submittedAt == null) {
            throw refused("T-04", "timeEntryId", "the time is not submitted", "submit it first");
        }
        return submittedAt;
    }

    private static RuleViolated refused(String rule, String field, String reason, String remedy) {
        return new RuleViolated(rule, field, reason, remedy);
    }

    private void record(SpecificRecord event) {
        Recording.record(event, entry().getLegalEntityId());
    }
}
