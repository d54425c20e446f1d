package io.fairlead.shared;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of the parts of one amount: left, on drafts, billed, credited. Billing items and expenses keep it as state and
 * refuse by it, so that the portions never exceed the whole. Immutable.
 *
 * @param left on no draft and not billed, with the sign of the whole
 * @param portions on drafts and on invoices, by number
 */
public record AmountPortions(BigDecimal left, Map<Integer, Portion> portions) {

    /** Nothing is there to bill yet. */
    public static final AmountPortions NONE = new AmountPortions(BigDecimal.ZERO, Map.of());

    public AmountPortions {
        portions = Map.copyOf(portions);
    }

    /**
     * One part.
     *
     * @param amount with the sign of the whole
     * @param invoiceId the draft or invoice that has it
     * @param billed whether that is issued
     * @param credited given back by credit notes
     * @param credits that did, as note/disposition: one part of each
     */
    public record Portion(
            BigDecimal amount, String invoiceId, boolean billed, BigDecimal credited, List<String> credits) {

        public Portion {
            credits = List.copyOf(credits);
        }
    }

    /** All of the amount is left. */
    public static AmountPortions of(BigDecimal amount) {
        return new AmountPortions(amount, Map.of());
    }

    /** The number of the invoice's part; empty when it has none. */
    public Optional<Integer> on(String invoiceId) {
        return portions.entrySet().stream()
                .filter(portion -> portion.getValue().invoiceId().equals(invoiceId))
                .map(Map.Entry::getKey)
                .max(Integer::compareTo);
    }

    /**
     * What a draft may claim.
     *
     * @param wanted null means all that is left
     * @param code of the refusal: nothing is left, the number is taken or the amount is more than what is left
     */
    public AmountPortion claim(@Nullable AmountPortion wanted, String code) {
        if (left.signum() == 0) {
            throw new RuleViolated(code, "invoiceId", "nothing is unbilled", "it is not ready, or an invoice has it");
        }
        if (wanted == null) {
            return new AmountPortion(nextNo(), left);
        }
        if (portions.containsKey(wanted.portionNo())) {
            throw new RuleViolated(
                    code, "portionNo", "portion " + wanted.portionNo() + " is taken", "use number " + nextNo());
        }
        requireWithin(wanted.amount(), left, code, "is unbilled");
        return wanted;
    }

    /**
     * The billed part that a credit note gives back.
     *
     * @param code of the refusal: the part is not billed, or the amount is more than what is not credited yet
     */
    public Portion creditable(int portionNo, BigDecimal amount, String code) {
        var portion = portions.get(portionNo);
        if (portion == null || !portion.billed()) {
            throw new RuleViolated(
                    code, "portionNo", "portion " + portionNo + " is not billed", "name a billed portion");
        }
        requireWithin(amount, portion.amount().subtract(portion.credited()), code, "is billed and not credited");
        return portion;
    }

    /** Whether that credit note gave back something of the part with that disposition. */
    public boolean isCredited(int portionNo, String creditNoteId, Disposition disposition) {
        var portion = portions.get(portionNo);
        return portion != null && portion.credits().contains(creditNoteId + "/" + disposition);
    }

    /** A draft has it. */
    public AmountPortions drafted(int portionNo, BigDecimal amount, String invoiceId) {
        return with(left.subtract(amount), portionNo, new Portion(amount, invoiceId, false, zero(), List.of()));
    }

    /** The draft let it go. */
    public AmountPortions undrafted(int portionNo, BigDecimal amount) {
        var others = new HashMap<>(portions);
        others.remove(portionNo);
        return new AmountPortions(left.add(amount), others);
    }

    /** The invoice is issued. */
    public AmountPortions billed(int portionNo, BigDecimal amount, String invoiceId) {
        return with(left, portionNo, new Portion(amount, invoiceId, true, zero(), List.of()));
    }

    /** A credit note gave it back; reopened, it is left to bill again. */
    public AmountPortions credited(int portionNo, BigDecimal amount, String creditNoteId, Disposition disposition) {
        var before = portions.getOrDefault(portionNo, new Portion(zero(), "", true, zero(), List.of()));
        var credits = new ArrayList<>(before.credits());
        credits.add(creditNoteId + "/" + disposition);
        var after = new Portion(
                before.amount(), before.invoiceId(), true, before.credited().add(amount), credits);
        return with(disposition == Disposition.REOPEN ? left.add(amount) : left, portionNo, after);
    }

    /** What is left changes by it: written off, or added. */
    public AmountPortions leftBy(BigDecimal change) {
        return new AmountPortions(left.add(change), portions);
    }

    private AmountPortions with(BigDecimal leftThen, int portionNo, Portion portion) {
        var all = new HashMap<>(portions);
        all.put(portionNo, portion);
        return new AmountPortions(leftThen, all);
    }

    private int nextNo() {
        return portions.keySet().stream().max(Integer::compareTo).orElse(0) + 1;
    }

    private static BigDecimal zero() {
        return BigDecimal.ZERO.setScale(4);
    }

    private static void requireWithin(BigDecimal part, BigDecimal whole, String code, String what) {
        if (part.signum() != whole.signum() || part.abs().compareTo(whole.abs()) > 0) {
            throw new RuleViolated(
                    code, "amount", "only " + whole.toPlainString() + " " + what, "name at most that amount");
        }
    }
}
