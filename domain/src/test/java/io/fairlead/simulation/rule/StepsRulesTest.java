package io.fairlead.simulation.rule;

import io.fairlead.billing.event.CreditReserved;
import io.fairlead.billing.event.InvoiceApproved;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.billing.event.PayableRounding;
import io.fairlead.simulation.Recorded;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of amounts that are paid in steps can fail, each of them. */
class StepsRulesTest extends PlantedFaults {

    private static final List<Recorded> STEPS =
            history(facts -> facts.each(InvoiceIssued.class).anyMatch(issued -> isRounded(issued.getPayableRounding()))
                    && facts.each(CreditReserved.class).anyMatch(credit -> isRounded(credit.getPayableRounding()))
                    && Rules.broken(facts.events()).isEmpty());

    StepsRulesTest() {
        super(STEPS);
    }

    private static boolean isRounded(@Nullable PayableRounding rounding) {
        return rounding != null && rounding.getAmount().signum() != 0;
    }

    @Test
    void an_amount_to_pay_off_by_a_cent_is_seen() {
        var target = right.stream()
                .filter(each -> each.event() instanceof InvoiceApproved e && isRounded(e.getPayableRounding()))
                .findFirst()
                .orElseThrow();
        var wrong = InvoiceApproved.newBuilder((InvoiceApproved) target.event());
        assertSeen(
                "what is paid by invoice",
                replaced(
                        target,
                        wrong.setPayableRounding(off(wrong.getPayableRounding()))
                                .build()));
    }

    @Test
    void an_invoice_issued_to_the_cent_though_it_was_approved_in_steps_is_seen() {
        var target = right.stream()
                .filter(each -> each.event() instanceof InvoiceIssued e && isRounded(e.getPayableRounding()))
                .findFirst()
                .orElseThrow();
        assertSeen(
                "the rounding issued as",
                replaced(
                        target,
                        InvoiceIssued.newBuilder((InvoiceIssued) target.event())
                                .setPayableRounding(null)
                                .build()));
    }

    @Test
    void a_credit_off_by_a_cent_is_seen() {
        var target = right.stream()
                .filter(each -> each.event() instanceof CreditReserved e && isRounded(e.getPayableRounding()))
                .findFirst()
                .orElseThrow();
        var wrong = CreditReserved.newBuilder((CreditReserved) target.event());
        assertSeen(
                "what is paid by credit-note",
                replaced(
                        target,
                        wrong.setPayableRounding(off(wrong.getPayableRounding()))
                                .build()));
    }

    private static PayableRounding off(@Nullable PayableRounding rounding) {
        var right = Objects.requireNonNull(rounding);
        return new PayableRounding(right.getStep(), right.getAmount().add(CENT));
    }
}
