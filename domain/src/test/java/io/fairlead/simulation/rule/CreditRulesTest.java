package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CreditLine;
import io.fairlead.billing.event.CreditNoteApproved;
import io.fairlead.billing.event.CreditNoteDrafted;
import io.fairlead.billing.event.CreditNoteIssued;
import io.fairlead.billing.event.CreditReleased;
import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.NumberAssigned;
import io.fairlead.billing.event.TaxRow;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** The rules of credits can fail, each of them. */
class CreditRulesTest extends PlantedFaults {

    private static final List<Recorded> CREDITED = history(facts -> facts.each(TimeReopened.class)
                    .anyMatch(reopened -> reopened.getAmount().signum() > 0)
            && facts.each(CreditReleased.class).findAny().isPresent()
            && facts.each(CreditReserved.class).anyMatch(CreditRulesTest::isTaxed));
    private static final List<Recorded> UNMADE = history(facts -> facts.each(TimeCorrectedAfterBilling.class)
            .anyMatch(corrected -> corrected.getAmount().signum() > 0));
    private static final List<Recorded> GIVEN_UP =
            history(facts -> facts.each(TimeWrittenOff.class).anyMatch(CreditRulesTest::isByCredit));
    private static final List<Recorded> FUNDED =
            history(facts -> facts.each(FundsRestored.class).findAny().isPresent()
                    && Rules.broken(withoutFunds(facts.events())).stream()
                            .anyMatch(told -> told.contains("billed within")));

    CreditRulesTest() {
        super(CREDITED);
    }

    private static boolean isTaxed(CreditReserved credit) {
        return credit.getTax().signum() > 0;
    }

    private static boolean isByCredit(TimeWrittenOff off) {
        return off.getCreditNoteId() != null && off.getAmount().signum() > 0;
    }

    @Test
    void a_credit_of_more_than_is_left_of_a_line_is_seen() {
        assertSeen(
                "is credited beyond what is left",
                reservedWith(line -> line.setNet(line.getNet().add(new BigDecimal("9999999999.0000")))));
    }

    @Test
    void time_that_is_credited_at_another_worth_is_seen() {
        assertSeen(
                "the time credited of",
                changedLinesOf(
                        CREDITED,
                        line -> line.getSeconds() != null && line.getSeconds() > 0
                                ? line.setNet(line.getNet().subtract(CENT))
                                : line));
    }

    @Test
    void a_credit_that_does_not_add_up_is_seen() {
        assertSeen("the net of credit-note", changed(CreditReserved.class, credit -> CreditReserved.newBuilder(credit)
                .setNet(credit.getNet().add(CENT))
                .build()));
    }

    @Test
    void a_tax_credited_with_a_cent_too_much_is_seen() {
        var target = right.stream()
                .filter(each -> each.event() instanceof CreditReserved credit && isTaxed(credit))
                .findFirst()
                .orElseThrow();
        var credit = (CreditReserved) target.event();
        var wrong = CreditReserved.newBuilder(credit)
                .setTaxRows(credit.getTaxRows().stream()
                        .map(row -> TaxRow.newBuilder(row)
                                .setTax(row.getTax().add(CENT))
                                .build())
                        .toList())
                .build();
        assertSeen("credited by credit-note", replaced(target, wrong));
    }

    @Test
    void a_credit_granted_twice_is_seen() {
        var reserved = last(CreditReserved.class);
        var wrong = with(reserved.position(), reserved.stream(), reserved.event());
        assertSeen("is granted twice", wrong);
    }

    @Test
    void a_credit_approved_by_who_asked_is_seen() {
        var preparer = ((CreditReserved) first(CreditReserved.class).event()).getPreparer();
        assertSeen(
                "is approved by who asked",
                changed(CreditNoteApproved.class, approved -> CreditNoteApproved.newBuilder(approved)
                        .setApprovedBy(preparer)
                        .build()));
    }

    @Test
    void a_credit_that_was_granted_and_never_drawn_up_is_seen() {
        assertSeen("drafts of credit-note", without(last(CreditNoteDrafted.class)));
    }

    @Test
    void a_credit_given_up_that_the_invoice_never_had_back_is_seen() {
        assertSeen("is given back to its invoice", without(first(CreditReleased.class)));
    }

    @Test
    void a_staged_credit_that_was_never_issued_is_seen() {
        assertSeen("is issued is 0", without(last(CreditNoteIssued.class)));
    }

    @Test
    void a_credit_issued_with_other_figures_is_seen() {
        assertSeen(
                "the gross issued as credit-note",
                changed(CreditNoteIssued.class, issued -> CreditNoteIssued.newBuilder(issued)
                        .setGross(issued.getGross().add(CENT))
                        .build()));
    }

    @Test
    void a_credit_that_never_lowered_its_invoice_is_seen() {
        assertSeen("lowers its invoice is 0", without(first(CreditApplied.class)));
    }

    @Test
    void a_credit_that_lowers_the_receivable_by_another_amount_is_seen() {
        assertSeen("takes off invoice", changed(CreditApplied.class, applied -> CreditApplied.newBuilder(applied)
                .setApplied(applied.getApplied().add(CENT))
                .build()));
    }

    @Test
    void a_credit_that_never_reached_its_source_is_seen() {
        assertSeen("never reached its source", without(first(TimeReopened.class)));
    }

    @Test
    void time_reopened_twice_is_seen() {
        var reopened = right.stream()
                .filter(each -> each.event() instanceof TimeReopened back
                        && back.getAmount().signum() > 0)
                .findFirst()
                .orElseThrow();
        var wrong = with(reopened.position(), reopened.stream(), reopened.event());
        assertSeen("is credited twice", wrong);
    }

    @Test
    void more_reopened_than_was_billed_is_seen() {
        assertSeen(
                "is credited beyond what was billed", changed(TimeReopened.class, back -> TimeReopened.newBuilder(back)
                        .setAmount(new BigDecimal("9999999999.0000"))
                        .build()));
    }

    @Test
    void time_that_never_existed_and_still_counts_is_seen() {
        var target = UNMADE.stream()
                .filter(each -> each.event() instanceof TimeCorrectedAfterBilling)
                .findFirst()
                .orElseThrow();
        var said = (TimeCorrectedAfterBilling) target.event();
        var wrong = TimeCorrectedAfterBilling.newBuilder(said)
                .setApprovedSeconds(said.getApprovedSeconds() + 1)
                .build();
        assertSeen("after a credit", exchanged(UNMADE, target, wrong));
    }

    @Test
    void a_credit_given_up_of_another_amount_is_seen() {
        var target = GIVEN_UP.stream()
                .filter(each -> each.event() instanceof TimeWrittenOff off && isByCredit(off))
                .findFirst()
                .orElseThrow();
        var off = (TimeWrittenOff) target.event();
        var wrong = TimeWrittenOff.newBuilder(off)
                .setAmount(off.getAmount().subtract(CENT))
                .build();
        assertSeen("amount of time-entry", exchanged(GIVEN_UP, target, wrong));
    }

    @Test
    void funds_that_a_credit_never_gave_back_are_seen() {
        assertSeen("billed within", withoutFunds(FUNDED));
    }

    @Test
    void a_gap_in_the_numbers_of_credit_notes_is_seen() {
        var target = right.stream()
                .filter(each -> each.event() instanceof NumberAssigned number
                        && number.getSeries().equals("CRN"))
                .findFirst()
                .orElseThrow();
        var number = (NumberAssigned) target.event();
        var wrong = NumberAssigned.newBuilder(number)
                .setNumber(number.getNumber() + 1)
                .build();
        assertSeen("the next number", replaced(target, wrong));
    }

    private static List<Recorded> withoutFunds(List<Recorded> events) {
        return events.stream()
                .filter(each -> !(each.event() instanceof FundsRestored))
                .toList();
    }

    private List<Recorded> reservedWith(UnaryOperator<CreditLine.Builder> change) {
        return changedLinesOf(right, change);
    }

    private static List<Recorded> changedLinesOf(List<Recorded> events, UnaryOperator<CreditLine.Builder> change) {
        return events.stream()
                .map(each -> each.event() instanceof CreditReserved credit
                        ? new Recorded(
                                each.position(),
                                each.stream(),
                                CreditReserved.newBuilder(credit)
                                        .setLines(credit.getLines().stream()
                                                .map(line -> change.apply(CreditLine.newBuilder(line))
                                                        .build())
                                                .toList())
                                        .build())
                        : each)
                .toList();
    }

    private static List<Recorded> exchanged(List<Recorded> events, Recorded target, SpecificRecord event) {
        return events.stream()
                .map(each -> each == target ? new Recorded(each.position(), each.stream(), event) : each)
                .toList();
    }
}
