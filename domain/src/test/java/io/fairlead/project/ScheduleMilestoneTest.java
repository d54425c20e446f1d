package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.closed;
import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.project.ProjectExamples.scheduled;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import java.math.BigDecimal;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleMilestoneTest {

    private final FixtureConfiguration<Project> project = ProjectExamples.projects();

    @Test
    void a_result_is_agreed_with_the_contracts_names() {
        project.given(opened("Migration")).when(schedule("5000")).expectEvents(scheduled("5000"));
    }

    @Test
    void the_same_result_again_changes_nothing() {
        project.given(opened("Migration"), scheduled("5000"))
                .when(schedule("5000.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_amount_under_the_same_id_is_refused() {
        project.given(opened("Migration"), scheduled("5000"))
                .when(schedule("6000"))
                .expectException(refusal("J-03"))
                .expectNoEvents();
    }

    @Test
    void a_closed_project_agrees_no_result() {
        project.given(opened("Migration"), closed(MONTH_END))
                .when(schedule("5000"))
                .expectException(refusal("J-08"))
                .expectNoEvents();
    }

    @Test
    void an_amount_finer_than_the_currency_is_refused() {
        project.given(opened("Migration"))
                .when(schedule("0.001"))
                .expectException(refusal("G-02"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.01"})
    void a_result_has_an_amount_above_zero(String amount) {
        assertRefused("G-02", "amount", () -> schedule(amount));
    }

    private static ScheduleMilestone schedule(String amount) {
        return new ScheduleMilestone(PROJECT, "M1", 2, "Go-live", new BigDecimal(amount), MONTH_END, null, null);
    }
}
