package io.fairlead.exception;

import static io.fairlead.exception.ExceptionExamples.ID;
import static io.fairlead.exception.ExceptionExamples.assigned;
import static io.fairlead.exception.ExceptionExamples.cleared;
import static io.fairlead.exception.ExceptionExamples.raised;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Refusals.refusal;

import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class AssignExceptionTest {

    private final FixtureConfiguration<WorkItem> item = ExceptionExamples.items();

    @Test
    void an_open_item_gets_somebody() {
        item.given(raised(1)).when(new AssignException(ID, CLERK)).expectEvents(assigned(CLERK));
    }

    @Test
    void the_same_person_again_changes_nothing() {
        item.given(raised(1), assigned(CLERK))
                .when(new AssignException(ID, CLERK))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void somebody_else_may_take_over() {
        item.given(raised(1), assigned(CLERK))
                .when(new AssignException(ID, LEAD))
                .expectEvents(assigned(LEAD));
    }

    @Test
    void a_closed_item_is_assigned_to_nobody() {
        item.given(raised(1), cleared(1))
                .when(new AssignException(ID, CLERK))
                .expectException(refusal("E-01"))
                .expectNoEvents();
    }
}
