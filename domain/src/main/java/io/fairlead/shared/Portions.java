package io.fairlead.shared;

import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reason;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.source.SourcePart;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where each part of a billable source stands: remaining, on a draft, on an invoice, written off. Time entries, billing items and
 * expenses, which have no seconds, keep it as state and refuse by it, so that the parts never exceed the whole. Immutable.
 *
 * @param remaining on no draft, not billed and not written off
 * @param writtenOff given up, billed before or not
 * @param placed on drafts and invoices, in the order in which drafts got them
 */
public record Portions(Part remaining, Part writtenOff, List<Placed> placed) {

    /** Nothing has a price yet. */
    public static final Portions NONE = new Portions(Part.NOTHING, Part.NOTHING, List.of());

    public Portions {
        placed = List.copyOf(placed);
    }

    /**
     * Time and money.
     *
     * @param seconds 0 of what is no time
     * @param amount net, four decimals
     */
    public record Part(int seconds, BigDecimal amount) {

        /** Of amounts on the wire. */
        private static final int SCALE = 4;

        public static final Part NOTHING = new Part(0, BigDecimal.ZERO);

        public Part {
            amount = amount.setScale(SCALE); // A state saved as JSON may forget it.
        }

        /** A price of 0 counts by its seconds. */
        public boolean isNothing() {
            return seconds == 0 && amount.signum() == 0;
        }

        Part plus(Part other) {
            return new Part(seconds + other.seconds, amount.add(other.amount));
        }

        Part minus(Part other) {
            return new Part(seconds - other.seconds, amount.subtract(other.amount));
        }

        static Part of(SourcePart part) {
            return new Part(part.seconds(), part.amount());
        }
    }

    /**
     * A part on one draft or invoice.
     *
     * @param no of no other part that stands somewhere
     * @param part still there: what was credited is taken off
     * @param billed whether the invoice is issued
     * @param credits that gave some of it back, as note/disposition: one part of each
     */
    public record Placed(int no, String invoiceId, Part part, boolean billed, List<String> credits) {

        public Placed {
            credits = List.copyOf(credits);
        }

        Placed issued() {
            return new Placed(no, invoiceId, part, true, credits);
        }

        Placed less(Part credited, String credit) {
            var all = Stream.concat(credits.stream(), Stream.of(credit)).toList();
            return new Placed(no, invoiceId, part.minus(credited), billed, all);
        }
    }

    public boolean isDrafted() {
        return !drafted().isEmpty();
    }

    public List<Placed> drafted() {
        return placed.stream().filter(each -> !each.billed()).toList();
    }

    /** What that draft has; nothing of an invoice that is issued. */
    public List<Placed> draftedOn(String invoiceId) {
        return drafted().stream()
                .filter(each -> each.invoiceId().equals(invoiceId))
                .toList();
    }

    /** On issued invoices, of which something is not credited. */
    public List<Placed> billed() {
        return placed.stream()
                .filter(each -> each.billed() && !each.part().isNothing())
                .toList();
    }

    public BigDecimal billedAmount() {
        return billed().stream().map(each -> each.part().amount()).reduce(Part.NOTHING.amount(), BigDecimal::add);
    }

    /** Whether the draft or invoice has a part of it. */
    public boolean isOn(String invoiceId) {
        return placed.stream().anyMatch(each -> each.invoiceId().equals(invoiceId));
    }

    /** Whether the draft or invoice has that part of it. */
    public boolean isOn(String invoiceId, int portionNo) {
        return placed.stream()
                .anyMatch(each -> each.no() == portionNo && each.invoiceId().equals(invoiceId));
    }

    /** Whether that credit note gave back something of the part with that disposition. */
    public boolean isCredited(int portionNo, String creditNoteId, Disposition disposition) {
        return placed.stream()
                .anyMatch(each -> each.no() == portionNo && each.credits().contains(creditNoteId + "/" + disposition));
    }

    /** Whether a part of it ever stood on an invoice or draft, or was written off. */
    public boolean hasMoved() {
        return hasWrittenOff() || !placed.isEmpty();
    }

    public boolean hasWrittenOff() {
        return !writtenOff.isNothing();
    }

    /**
     * What a draft gets when it wants all that remains.
     *
     * @param code of the refusal: nothing remains
     */
    public Portion claimAll(String code) {
        var _ = requireRemaining(code, "invoiceId");
        return new Portion(nextNo(), remaining.seconds(), remaining.amount());
    }

    /**
     * What a draft gets.
     *
     * @param code of the refusal: less remains, the number is taken, the last seconds are worth another amount, the whole changed
     */
    public Portion claim(Portion wanted, String code) {
        var _ = requireRemaining(code, "invoiceId");
        if (placed.stream().anyMatch(each -> each.no() == wanted.portionNo())) {
            throw new RuleViolated(
                    code, "portionNo", "portion " + wanted.portionNo() + " is taken", "use number " + nextNo());
        }
        var part = new Part(wanted.seconds(), wanted.amount());
        if (part.isNothing()) {
            throw new RuleViolated(code, "amount", "a portion of nothing is none", "name an amount");
        }
        var whole = wanted.of();
        if (whole != null) {
            whole.requireIn(this, code);
        }
        requireWithin(part, remaining, code, "unbilled");
        if (part.seconds() > 0
                && part.seconds() == remaining.seconds()
                && part.amount().compareTo(remaining.amount()) != 0) {
            throw new RuleViolated(
                    code,
                    "amount",
                    "the last " + part.seconds() + " seconds are worth " + AmountText.of(remaining.amount()) + " now",
                    "claim what remains");
        }
        return wanted;
    }

    /** @throws RuleViolated with that code and field when nothing remains */
    public Part requireRemaining(String code, String field) {
        if (remaining.isNothing()) {
            throw new RuleViolated(code, field, "nothing is unbilled", "it is not ready, or an invoice has it");
        }
        return remaining;
    }

    /**
     * The billed part that a credit note gives back.
     *
     * @param code of the refusal: the part is not billed, or less of it is billed and not credited yet
     */
    public Placed creditable(int portionNo, Part credited, String code) {
        var found = placed.stream()
                .filter(each -> each.billed() && each.no() == portionNo)
                .findAny()
                .orElseThrow(() -> new RuleViolated(
                        code, "portionNo", "portion " + portionNo + " is not billed", "name a billed portion"));
        requireWithin(credited, found.part(), code, "billed and not credited");
        return found;
    }

    private static void requireWithin(Part part, Part whole, String code, String what) {
        if (part.seconds() > whole.seconds()) {
            throw new RuleViolated(
                    code, "seconds", "only " + whole.seconds() + " seconds are " + what, "name at most those seconds");
        }
        boolean worthless = part.amount().signum() == 0 && part.seconds() > 0; // A price may be 0.
        boolean sameSign = worthless || part.amount().signum() == whole.amount().signum();
        if (!sameSign || part.amount().abs().compareTo(whole.amount().abs()) > 0) {
            throw new RuleViolated(
                    code,
                    "amount",
                    "only " + AmountText.of(whole.amount()) + " is " + what,
                    "name at most that amount");
        }
    }

    private int nextNo() {
        return placed.stream().mapToInt(Placed::no).max().orElse(0) + 1;
    }

    /** What happened to the source, whose state this is. */
    public Portions after(SourceEvent event) {
        return switch (event) {
            case Priced priced -> add(new Part(priced.seconds(), priced.amount()));
            case Changed changed ->
                changed.because() == Reason.WITHDRAWN
                        ? new Portions(Part.NOTHING, Part.NOTHING, placed) // Numbers of portions stay taken.
                        : add(new Part(changed.seconds(), changed.amount()));
            case PutOnDraft drafted -> place(drafted.invoiceId(), drafted.part());
            case TakenOffDraft released -> release(released.invoiceId(), released.part());
            case Billed billed ->
                change(draftOf(billed.invoiceId(), billed.part().portionNo()), Placed::issued);
            case Reopened reopened ->
                credit(reopened.part(), reopened.creditNoteId(), Disposition.REOPEN)
                        .add(Part.of(reopened.part()));
            case WrittenOff lost -> writeOff(lost);
            case Lowered lowered -> credit(lowered.part(), lowered.creditNoteId(), Disposition.CORRECTED);
            case Doubted _, Confirmed _, Deferred _ -> this;
        };
    }

    private Portions add(Part part) {
        return new Portions(remaining.plus(part), writtenOff, placed);
    }

    private Portions place(String invoiceId, SourcePart part) {
        var all = new ArrayList<>(placed);
        all.add(new Placed(part.portionNo(), invoiceId, Part.of(part), false, List.of()));
        return new Portions(remaining.minus(Part.of(part)), writtenOff, all);
    }

    private Portions release(String invoiceId, SourcePart part) {
        var others = placed.stream()
                .filter(draftOf(invoiceId, part.portionNo()).negate())
                .toList();
        return new Portions(remaining.plus(Part.of(part)), writtenOff, others);
    }

    private Portions writeOff(WrittenOff event) {
        var part = Part.of(event.part());
        var note = event.creditNoteId();
        var before = note == null
                ? new Portions(remaining.minus(part), writtenOff, placed)
                : credit(event.part(), note, Disposition.WRITE_OFF);
        return new Portions(before.remaining, writtenOff.plus(part), before.placed);
    }

    private Portions credit(SourcePart part, String creditNoteId, Disposition disposition) {
        return change(
                each -> each.billed() && each.no() == part.portionNo(),
                each -> each.less(Part.of(part), creditNoteId + "/" + disposition));
    }

    private Portions change(Predicate<Placed> which, UnaryOperator<Placed> change) {
        var all = placed.stream()
                .map(each -> which.test(each) ? change.apply(each) : each)
                .toList();
        return new Portions(remaining, writtenOff, all);
    }

    private static Predicate<Placed> draftOf(String invoiceId, int no) {
        return each -> !each.billed() && each.no() == no && each.invoiceId().equals(invoiceId);
    }
}
