package io.fairlead.simulation.rule;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeApprovalChallenged;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeRecosted;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of portions, changed prices and doubted approvals can fail, each of them. */
class WorkRulesTest extends PlantedFaults {

    private static final long RARE = 1_871; // The first seed in which it happens.
    private static final List<Recorded> DOUBTED =
            history(facts -> facts.each(TimeApprovalChallenged.class).findAny().isPresent());
    private static final List<Recorded> REPRICED =
            uncapped(TimePutOnDraft.class, TimeRepriced.class, TimeRecosted.class);

    WorkRulesTest() {
        super(REPRICED);
    }

    @Test
    void value_that_stands_nowhere_is_seen() {
        assertSeen(
                "unbilled, drafted, billed and written off",
                changed(TimePriced.class, priced -> TimePriced.newBuilder(priced)
                        .setAmount(priced.getAmount().add(CENT))
                        .build()));
    }

    @Test
    void a_portion_of_more_than_what_is_left_is_seen() {
        assertSeen("left", changed(TimePutOnDraft.class, put -> TimePutOnDraft.newBuilder(put)
                .setAmount(put.getAmount().add(CENT))
                .build()));
    }

    @Test
    void a_new_price_off_by_a_cent_is_seen() {
        assertSeen("what the new price of", changed(TimeRepriced.class, repriced -> TimeRepriced.newBuilder(repriced)
                .setAmountDelta(repriced.getAmountDelta().add(CENT))
                .build()));
    }

    @Test
    void late_rates_that_reprice_nothing_are_seen() {
        var late = "but the cards say";
        var repriced = history(facts -> facts.each(TimeRepriced.class).findAny().isPresent()
                && Rules.broken(withoutRepricing(facts.events())).stream().anyMatch(told -> told.contains(late)));
        assertSeen(late, withoutRepricing(repriced));
    }

    /** It was on a draft when the rate changed; later another change of rates reprices everything, and nothing is to be seen. */
    @Test
    void time_that_comes_off_a_draft_at_its_former_price_is_seen() {
        var late = "but the cards say";
        var repriced = history(
                RARE,
                facts -> facts.each(TimeRepriced.class).anyMatch(WorkRulesTest::isOffADraft)
                        && Rules.broken(facts.events()).isEmpty()
                        && isSeen(late, withoutRepricingOffDrafts(facts.events())));
        assertSeen(late, withoutRepricingOffDrafts(repriced));
    }

    private static boolean isSeen(String sentence, List<Recorded> events) {
        return Rules.broken(events).stream().anyMatch(told -> told.contains(sentence));
    }

    private static List<Recorded> withoutRepricingOffDrafts(List<Recorded> events) {
        return events.stream()
                .filter(each -> !(each.event() instanceof TimeRepriced repriced && isOffADraft(repriced)))
                .toList();
    }

    private static boolean isOffADraft(TimeRepriced repriced) {
        return repriced.getReason().endsWith("off a draft");
    }

    private static List<Recorded> withoutRepricing(List<Recorded> events) {
        return events.stream()
                .filter(each -> !(each.event() instanceof TimeRepriced))
                .toList();
    }

    @Test
    void a_correction_off_by_a_cent_is_seen() {
        var history = uncapped(facts ->
                facts.each(TimeCorrectedAfterApproval.class).anyMatch(change -> change.getAmountDelta() != null));
        var target = first(
                history,
                event -> event instanceof TimeCorrectedAfterApproval change && change.getAmountDelta() != null);
        var corrected = (TimeCorrectedAfterApproval) target.event();
        var wrong = TimeCorrectedAfterApproval.newBuilder(corrected)
                .setAmountDelta(corrected.getAmountDelta().add(CENT))
                .build();
        assertSeen("what the correction of", replaced(history, target, wrong));
    }

    @Test
    void a_write_off_of_another_share_is_seen() {
        var history = uncapped(facts -> facts.each(TimeWrittenOff.class).anyMatch(PlantedFaults::isUnbilled));
        var target = first(history, event -> event instanceof TimeWrittenOff given && isUnbilled(given));
        var given = (TimeWrittenOff) target.event();
        var wrong = TimeWrittenOff.newBuilder(given)
                .setAmount(given.getAmount().add(CENT))
                .build();
        assertSeen("what is written off of", replaced(history, target, wrong));
    }

    @Test
    void a_withdrawal_that_leaves_something_to_bill_is_seen() {
        var history = uncapped(TimeApprovalWithdrawn.class);
        var target = first(history, TimeApprovalWithdrawn.class::isInstance);
        var wrong = TimeApprovalWithdrawn.newBuilder((TimeApprovalWithdrawn) target.event())
                .setBilledSeconds(1)
                .setAmount(CENT)
                .build();
        assertSeen("what is withdrawn of", replaced(history, target, wrong));
    }

    @Test
    void a_claim_of_doubted_time_is_seen() {
        var put = first(TimePutOnDraft.class);
        var doubt = new Facts(DOUBTED)
                .each(TimeApprovalChallenged.class)
                .findFirst()
                .orElseThrow();
        assertSeen("while it waits for people", with(put.position() - 1, put.stream(), doubt));
    }

    @Test
    void a_doubt_that_nobody_was_told_of_is_seen() {
        var silent = DOUBTED.stream()
                .filter(each -> !(each.event() instanceof ExceptionRaised))
                .toList();
        assertSeen("is in doubt and nobody was told", silent);
    }

    @Test
    void a_work_item_that_nobody_can_read_is_seen() {
        var target = first(DOUBTED, ExceptionRaised.class::isInstance);
        for (var unreadable : List.of("The rate of null is missing", "751.1700 USD are owed", "\nTwo lines")) {
            var wrong = ExceptionRaised.newBuilder((ExceptionRaised) target.event())
                    .setSentence(unreadable)
                    .build();
            assertSeen("nobody writes like this", replaced(DOUBTED, target, wrong));
        }
    }

    @Test
    void a_cost_that_does_not_follow_the_time_is_seen() {
        assertSeen("the seconds that cost", without(last(TimeRecosted.class)));
    }
}
