package io.fairlead.simulation.rule;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.event.RetainerDrawn;
import io.fairlead.billing.event.RetainerInvoiced;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRepriced;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Faults planted about payers and retainers. */
class PayersAndRetainersRulesTest extends PlantedFaults {

    private static final List<Recorded> DRAWN =
            history(facts -> facts.each(RetainerDrawn.class).findAny().isPresent()
                    && facts.each(RetainerInvoiced.class).findAny().isPresent()
                    && Rules.broken(facts.events()).isEmpty());
    private static final List<Recorded> SHARED = history(
            facts -> parted(facts).isPresent() && Rules.broken(facts.events()).isEmpty());

    PayersAndRetainersRulesTest() {
        super(DRAWN);
    }

    @Test
    void an_invoice_for_somebody_who_does_not_pay() {
        assertSeen("who does not pay", changed(InvoicePlanned.class, plan -> InvoicePlanned.newBuilder(plan)
                .setCustomerId("customer:stranger")
                .build()));
    }

    @Test
    void a_share_that_is_not_the_payers() {
        var part = parted(new Facts(SHARED)).orElseThrow();
        assertSeen(
                "the share is",
                SHARED.stream()
                        .map(each -> each.event() == part
                                ? new Recorded(
                                        each.position(),
                                        each.stream(),
                                        TimePutOnDraft.newBuilder(part)
                                                .setSeconds(part.getSeconds() * 3)
                                                .setAmount(part.getAmount().add(CENT.movePointRight(4)))
                                                .build())
                                : each)
                        .toList());
    }

    @Test
    void a_payer_who_is_left_out() {
        var part = parted(new Facts(SHARED)).orElseThrow();
        assertSeen(
                "and nothing came in between",
                SHARED.stream().filter(each -> each.event() != part).toList());
    }

    /** A part of an entry of which each payer has a part, by the same run and order. */
    private static Optional<TimePutOnDraft> parted(Facts facts) {
        return facts.each(TimePutOnDraft.class)
                // What was repriced may be shared anew, so nobody would miss a payer.
                .filter(part -> !facts.has(part.getTimeEntryId(), TimeRepriced.class))
                .filter(part -> {
                    var plan = plan(facts, part);
                    int payers =
                            facts.contract(plan.getContractId()).getPayers().size();
                    return payers > 1
                            && payers
                                    == facts.each(TimePutOnDraft.class)
                                            .filter(other ->
                                                    other.getTimeEntryId().equals(part.getTimeEntryId())
                                                            && isOfTheSameRunAndOrder(plan(facts, other), plan))
                                            .count()
                            && !RunsTakeWhatTheyShould.wasDisturbed(facts, plan, part.getTimeEntryId());
                })
                .findFirst();
    }

    private static InvoicePlanned plan(Facts facts, TimePutOnDraft part) {
        return facts.each(InvoicePlanned.class)
                .filter(plan -> plan.getInvoiceId().equals(part.getInvoiceId()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean isOfTheSameRunAndOrder(InvoicePlanned one, InvoicePlanned other) {
        return one.getBillingRunId().equals(other.getBillingRunId())
                && Objects.equals(one.getPoNumber(), other.getPoNumber());
    }

    @Test
    void a_draw_beyond_the_balance() {
        assertSeen("is below zero", changed(RetainerInvoiced.class, filled -> RetainerInvoiced.newBuilder(filled)
                .setAmount(filled.getAmount().negate())
                .build()));
    }

    @Test
    void a_draw_that_its_draft_does_not_say() {
        assertSeen("and does not say so", changed(RetainerDrawn.class, drawn -> RetainerDrawn.newBuilder(drawn)
                .setAmount(drawn.getAmount().add(CENT))
                .build()));
    }

    @Test
    void a_retainer_that_nothing_filled() {
        assertSeen("how often", without(first(RetainerInvoiced.class)));
    }
}
