package io.fairlead.exception;

import static io.fairlead.exception.ExceptionExamples.ID;
import static io.fairlead.exception.ExceptionExamples.cleared;
import static io.fairlead.exception.ExceptionExamples.raised;
import static io.fairlead.exception.ExceptionExamples.waived;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolveExceptionTest {

    private final FixtureConfiguration<WorkItem> item = ExceptionExamples.items();

    @Test
    void a_cleared_item_says_what_it_was_about_and_what_it_cost() {
        item.given(raised(2)).when(resolve(5)).expectEvents(cleared(2));
    }

    @Test
    void clearing_again_changes_nothing() {
        item.given(raised(1), cleared(1))
                .when(resolve(5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_waived_item_has_nothing_left_to_clear() {
        item.given(raised(1), waived())
                .when(resolve(5))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, true", "100000, true", "100001, false"})
    void minutes_are_within_reason(int minutes, boolean taken) {
        if (taken) {
            assertThat(resolve(minutes).minutesSpent()).isEqualTo(minutes);
        } else {
            assertRefused("G-02", "minutesSpent", () -> resolve(minutes));
        }
    }

    private static ResolveException resolve(int minutes) {
        return new ResolveException(ID, "rate set", LEAD, minutes, EVENING);
    }
}
