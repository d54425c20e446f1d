package io.fairlead.time;

import io.fairlead.shared.Amounts;
import io.fairlead.shared.Check;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.WireAmount;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRecorded;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * An entry on its way to drafts, invoices and credit notes at the moment of a decision: events that TimeEntry records.
 *
 * @param approved null while it is not
 * @param portions where its parts stand
 */
record BillableTime(TimeRecorded entry, @Nullable ApprovedTime approved, Portions portions) {

    /** @throws RuleViolated T-07 */
    List<SpecificRecord> putOnDraft(PutTimeOnDraft command) {
        var invoice = command.invoiceId().value();
        if (portions.isOn(invoice, command.portion().portionNo())) {
            return List.of(); // This draft has it already.
        }
        var price = requireUnbilled("T-07", "invoiceId");
        Check.payable("amount", command.portion().amount(), price.getCurrency());
        return List.of(ClaimEvents.putOnDraft(price, invoice, portions.claim(command.portion(), "T-07")));
    }

    List<SpecificRecord> takeOffDraft(TakeTimeOffDraft command) {
        return portions.draftedOn(command.invoiceId().value()).stream()
                .<SpecificRecord>map(placed -> ClaimEvents.takenOffDraft(price("T-08"), placed, command.reason()))
                .toList();
    }

    /** @throws RuleViolated T-08 */
    List<SpecificRecord> bill(BillTime command) {
        var invoice = command.invoiceId().value();
        if (!portions.isOn(invoice)) {
            throw new RuleViolated("T-08", "invoiceId", "the time is not on this draft", "put it on the draft first");
        }
        return portions.draftedOn(invoice).stream() // Empty when it is billed there already.
                .<SpecificRecord>map(placed -> ClaimEvents.billed(price("T-08"), placed, command))
                .toList();
    }

    /**
     * A part of what is billed is given back.
     *
     * @param workedSeconds approved before the credit
     * @throws RuleViolated T-10
     */
    List<SpecificRecord> credit(CreditTime command, int workedSeconds) {
        if (portions.isCredited(command.portionNo(), command.creditNoteId(), command.disposition())) {
            return List.of(); // That credit is known.
        }
        var price = price("T-10");
        Check.payable("amount", command.amount(), price.getCurrency());
        var part = new Part(command.seconds(), command.amount());
        var placed = portions.creditable(command.portionNo(), part, "T-10");
        return List.of(ClaimEvents.credited(price, placed, command, entry.getTimeClass(), workedSeconds));
    }

    /** @throws RuleViolated T-13 */
    List<SpecificRecord> writeOff(WriteOffTime command) {
        var price = requireUnbilled("T-13", "timeEntryId");
        return portions.remaining().isNothing() && portions.hasWrittenOff()
                ? List.of() // All of it is given up already.
                : List.of(ClaimEvents.writtenOff(price, toWriteOff(price, command.seconds()), command));
    }

    private Part toWriteOff(TimePriced price, @Nullable Integer wanted) {
        var remaining = portions.requireRemaining("T-13", "timeEntryId");
        if (wanted == null) {
            return remaining;
        }
        if (wanted > remaining.seconds()) {
            throw new RuleViolated(
                    "T-13", "seconds", "only " + remaining.seconds() + " seconds are unbilled", "give up no more");
        }
        var worth = WireAmount.money(remaining.amount(), price.getCurrency());
        return new Part(wanted, WireAmount.amount(Amounts.share(worth, wanted, remaining.seconds())));
    }

    /** @throws RuleViolated T-13 */
    List<SpecificRecord> defer(DeferTime command) {
        var _ = requireUnbilled("T-13", "timeEntryId");
        var event = TimeEvents.deferred(entry, command);
        if (approved != null && event.equals(approved.deferral())) {
            return List.of();
        }
        var _ = portions.requireRemaining("T-13", "timeEntryId");
        return List.of(event);
    }

    private TimePriced price(String rule) {
        if (approved == null || approved.price() == null) {
            throw new RuleViolated(rule, "portionNo", "nothing of the time is billed", "name what is billed");
        }
        return approved.price();
    }

    private TimePriced requireUnbilled(String rule, String field) {
        if (approved == null || approved.price() == null) {
            throw new RuleViolated(rule, field, "the time has no price yet", "wait until it is priced and settled");
        }
        if (approved.doubt() != null || approved.pending() != null) {
            throw new RuleViolated(
                    rule, field, "the time is about to change or in doubt", "wait until it is priced and settled");
        }
        return approved.price();
    }
}
