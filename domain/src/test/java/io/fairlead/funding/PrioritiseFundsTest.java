package io.fairlead.funding;

import static io.fairlead.funding.FundingExamples.FUNDING;
import static io.fairlead.funding.FundingExamples.ask;
import static io.fairlead.funding.FundingExamples.capped;
import static io.fairlead.funding.FundingExamples.draft;
import static io.fairlead.funding.FundingExamples.entry;
import static io.fairlead.funding.FundingExamples.fundings;
import static io.fairlead.funding.FundingExamples.standing;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.fairlead.funding.PrioritiseFunds.Place;
import org.junit.jupiter.api.Test;

class PrioritiseFundsTest {

    @Test
    void what_is_put_first_has_funds_before_all_days() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), move(2, Place.FIRST)))
                .containsOnly(entry(entry(2), "80.00+0.00"), entry(entry(1), "20.00+60.00"));
    }

    @Test
    void what_is_put_last_waits_behind_all() {
        assertThat(standing(capped("100"), ask(1, "80"), ask(2, "80"), move(1, Place.LAST)))
                .containsOnly(entry(entry(2), "80.00+0.00"), entry(entry(1), "20.00+60.00"));
    }

    @Test
    void of_those_put_first_the_first_ordered_stands_first_and_later_asking_keeps_the_place() {
        assertThat(standing(
                        capped("100"),
                        ask(1, "80"),
                        ask(2, "80"),
                        ask(3, "80"),
                        move(3, Place.FIRST),
                        move(2, Place.FIRST),
                        ask(3, "90")))
                .containsOnly(
                        entry(entry(3), "90.00+0.00"), entry(entry(2), "10.00+70.00"), entry(entry(1), "0.00+80.00"));
    }

    @Test
    void the_same_order_again_changes_nothing() {
        fundings()
                .givenCommands(capped("100"), ask(1, "80"), ask(2, "80"), move(2, Place.FIRST))
                .when(move(2, Place.FIRST))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void work_that_asks_for_nothing_cannot_be_moved() {
        fundings()
                .givenCommands(capped("100"), ask(1, "80"))
                .when(move(7, Place.FIRST))
                .expectException(refusal("F-02"))
                .expectNoEvents();
        fundings()
                .givenCommands(capped("100"), ask(1, "80"), draft(null, "1=80.00"))
                .when(move(1, Place.LAST))
                .expectException(refusal("F-02"))
                .expectNoEvents();
    }

    private static PrioritiseFunds move(int no, Place place) {
        return new PrioritiseFunds(FUNDING, entry(no), place, "the customer waits for it", LEAD);
    }
}
