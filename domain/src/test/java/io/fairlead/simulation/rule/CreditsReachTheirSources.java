package io.fairlead.simulation.rule;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDiscarded;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditNoteStaged;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.RetainerRestored;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.simulation.Facts;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * R12 and I9: a credit that an invoice grants becomes one credit note of the same figures, approved by somebody else; one that
 * is given up gives its part back; one that is issued lowers the invoice, and each of its lines reaches its source once.
 */
final class CreditsReachTheirSources implements Rule {

    /** A retainer has the money again, whatever becomes of the work. */
    private static final String RESTORED = "RESTORED";

    /** What a source says of a credit. */
    private record Back(int seconds, BigDecimal amount) {}

    @Override
    public void check(Facts facts, Findings findings) {
        var said = said(facts, findings);
        for (var granted : facts.each(CreditReserved.class).toList()) {
            var note = granted.getCreditNoteId();
            var drafts = facts.of(note, CreditNoteDrafted.class).toList();
            findings.same("drafts of " + note, drafts.size(), 1);
            drafts.forEach(draft -> draft(facts, granted, draft, findings));
            findings.same(
                    note + " is given back to its invoice",
                    facts.of(granted.getInvoiceId(), CreditReleased.class)
                            .filter(released -> released.getCreditNoteId().equals(note))
                            .count(),
                    facts.of(note, CreditNoteDiscarded.class).count());
            findings.same(
                    note + " is issued",
                    facts.of(note, CreditNoteIssued.class).count(),
                    facts.has(note, CreditNoteStaged.class) ? 1L : 0L);
            facts.of(note, CreditNoteIssued.class).forEach(issued -> issued(facts, granted, issued, said, findings));
        }
        said.keySet().forEach(what -> findings.add(what + " is credited by no issued credit note"));
    }

    private static void draft(Facts facts, CreditReserved granted, CreditNoteDrafted draft, Findings findings) {
        var note = granted.getCreditNoteId();
        findings.same("the gross drawn up as " + note, draft.getGross(), granted.getGross());
        findings.same(
                "the lines drawn up as " + note,
                draft.getLines().toString(),
                granted.getLines().toString());
        facts.of(note, CreditNoteApproved.class)
                .forEach(approved -> findings.require(
                        !approved.getApprovedBy().equals(draft.getPreparer()), note + " is approved by who asked"));
    }

    private static void issued(
            Facts facts, CreditReserved granted, CreditNoteIssued issued, Map<String, Back> said, Findings findings) {
        var note = issued.getCreditNoteId();
        findings.require(
                facts.has(note, CreditNoteApproved.class) && !facts.has(note, CreditNoteDiscarded.class),
                note + " is issued and was not approved, or was given up");
        findings.same("the net issued as " + note, issued.getNet(), granted.getNet());
        findings.same("the tax issued as " + note, issued.getTax(), granted.getTax());
        findings.same("the gross issued as " + note, issued.getGross(), granted.getGross());
        findings.same(
                "the lines issued as " + note,
                issued.getLines().toString(),
                granted.getLines().toString());
        var lowering = RoundingReckoning.payable(issued.getGross(), issued.getPayableRounding());
        findings.same(
                "how often " + note + " lowers its invoice",
                facts.of(issued.getInvoiceId(), CreditApplied.class)
                        .filter(applied -> applied.getCreditNoteId().equals(note)
                                && applied.getGross().compareTo(lowering) == 0)
                        .count(),
                1L);
        for (var line : issued.getLines()) {
            boolean draw = RetainersAddUp.isDraw(line.getSourceId());
            var key = draw
                    ? key(line.getSourceId(), note, line.getPortionNo(), RESTORED)
                    : key(line.getSourceId(), note, line.getPortionNo(), line.getDisposition());
            var back = said.remove(key);
            if (back == null) {
                boolean nothing =
                        line.getSourceAmount().signum() == 0 && Objects.requireNonNullElse(line.getSeconds(), 0) == 0;
                findings.require(nothing, key + " never reached its source");
            } else {
                same(key, back, line, findings);
            }
        }
    }

    private static void same(String key, Back back, CreditLine line, Findings findings) {
        findings.same("seconds of " + key, back.seconds(), Objects.requireNonNullElse(line.getSeconds(), 0));
        findings.same("amount of " + key, back.amount(), line.getSourceAmount());
    }

    /** What all sources say that credit notes took back, by source, note, portion and disposition. */
    private static Map<String, Back> said(Facts facts, Findings findings) {
        var said = new HashMap<String, Back>();
        for (var each : facts.events()) {
            var id = each.stream();
            switch (each.event()) {
                case TimeReopened e ->
                    say(
                            said,
                            key(id, e.getCreditNoteId(), e.getPortionNo(), "REOPEN"),
                            e.getSeconds(),
                            e.getAmount(),
                            findings);
                case TimeCorrectedAfterBilling e ->
                    say(
                            said,
                            key(id, e.getCreditNoteId(), e.getPortionNo(), "CORRECTED"),
                            e.getSeconds(),
                            e.getAmount(),
                            findings);
                case TimeWrittenOff e
                when e.getCreditNoteId() != null ->
                    say(
                            said,
                            key(id, e.getCreditNoteId(), e.getPortionNo(), "WRITE_OFF"),
                            e.getSeconds(),
                            e.getAmount(),
                            findings);
                case BillingItemReopened e ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "REOPEN"), 0, e.getAmount(), findings);
                case BillingItemCorrected e ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "CORRECTED"), 0, e.getAmount(), findings);
                case BillingItemWrittenOff e
                when e.getCreditNoteId() != null ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "WRITE_OFF"), 0, e.getAmount(), findings);
                case ExpenseReopened e ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "REOPEN"), 0, e.getAmount(), findings);
                case ExpenseLowered e ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "CORRECTED"), 0, e.getAmount(), findings);
                case ExpenseWrittenOff e
                when e.getCreditNoteId() != null ->
                    say(said, key(id, e.getCreditNoteId(), e.getPortionNo(), "WRITE_OFF"), 0, e.getAmount(), findings);
                case RetainerRestored e
                when e.getDocumentId().startsWith("credit-note:") ->
                    say(
                            said,
                            key(id, e.getDocumentId(), Objects.requireNonNull(e.getDrawNo()), RESTORED),
                            0,
                            e.getAmount().negate(),
                            findings);
                default -> {}
            }
        }
        return said;
    }

    private static void say(Map<String, Back> said, String key, int seconds, BigDecimal amount, Findings findings) {
        findings.require(said.put(key, new Back(seconds, amount)) == null, key + " is credited twice");
    }

    private static String key(String source, @Nullable String note, int portion, String disposition) {
        return source + "#" + portion + " " + disposition + " by " + note;
    }
}
