package io.fairlead.billing.item;

import static io.fairlead.billing.item.BillingItemExamples.TERMS;
import static io.fairlead.billing.item.BillingItemExamples.itemReady;
import static io.fairlead.billing.item.BillingItemExamples.itemScheduled;
import static io.fairlead.testing.Cast.ACME;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ITEM;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleBillingItemTest {

    private final FixtureConfiguration<BillingItem> item = BillingItemExamples.items();

    @Test
    void an_agreed_milestone_is_scheduled() {
        item.givenNoPriorActivity().when(schedule(MONTH_END)).expectEvents(itemScheduled());
    }

    @Test
    void the_same_again_changes_nothing() {
        item.given(itemScheduled())
                .when(schedule(MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_day_under_the_same_id_is_refused() {
        item.given(itemScheduled())
                .when(schedule(WORK_DAY))
                .expectException(refusal("I-01"))
                .expectNoEvents();
    }

    @Test
    void a_late_schedule_does_not_touch_a_ready_item() {
        item.given(itemReady())
                .when(schedule(MONTH_END))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"0, EUR", "-1, EUR", "0.001, EUR", "0.5, JPY", "1, ZZZ"})
    void an_item_has_an_amount_that_can_be_paid(BigDecimal amount, String currency) {
        assertThatThrownBy(() -> new BillingItemTerms(
                        BillingItemKind.MILESTONE, CONTRACT, PROJECT, ACME, GMBH, 2, "M1", "Go-live", amount, currency))
                .isInstanceOf(RuleViolated.class)
                .hasMessageStartingWith("G-02");
    }

    private static ScheduleBillingItem schedule(LocalDate dueOn) {
        return new ScheduleBillingItem(ITEM, TERMS, dueOn);
    }
}
