package io.fairlead.exception;

import static io.fairlead.exception.ExceptionExamples.ID;
import static io.fairlead.exception.ExceptionExamples.assigned;
import static io.fairlead.exception.ExceptionExamples.raised;
import static io.fairlead.exception.ExceptionExamples.waived;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.testing.SamePerson;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class WaiveExceptionTest {

    private static final WaiveException WAIVE = new WaiveException(ID, "a gift", LEAD, EVENING);

    private final FixtureConfiguration<WorkItem> item = ExceptionExamples.items();

    @Test
    void an_item_is_left_as_it_is_on_purpose() {
        item.given(raised(1), assigned(CLERK)).when(WAIVE).expectEvents(waived());
    }

    @Test
    void nobody_waives_what_is_assigned_to_them() {
        item.given(raised(1), assigned(LEAD))
                .when(WAIVE)
                .expectException(refusal("E-02"))
                .expectNoEvents();
    }

    @Test
    void whoever_comes_again_as_another_is_refused() {
        SamePerson.comesAgain(LEAD, again -> item.given(raised(1), assigned(LEAD))
                .when(new WaiveException(ID, "a gift", again, EVENING))
                .expectException(refusal("E-02"))
                .expectNoEvents());
        item.given(raised(1), assigned(LEAD))
                .when(new WaiveException(ID, "a gift", SamePerson.somebodyElse(), EVENING))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void a_closed_item_is_not_waived() {
        item.given(raised(1), waived())
                .when(WAIVE)
                .expectException(refusal("E-01"))
                .expectNoEvents();
    }
}
