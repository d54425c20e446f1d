package io.fairlead.operation;

import static io.fairlead.testing.Refusals.assertRefused;

import io.fairlead.operation.RequestOperatorAction.Action;
import io.fairlead.operation.event.OperatorActionRequested;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What operators have Fairlead do stands in the log with who asked. */
class RequestOperatorActionTest {

    private final FixtureConfiguration<OperatorActions> actions = new AggregateTestFixture<>(OperatorActions.class);

    @ParameterizedTest
    @CsvSource({
        "REBUILD, operator-action:rebuild, unbilled,",
        "REBUILD_ROLLBACK, operator-action:rebuild, unbilled,",
        "REBUILD_COMPARISON, operator-action:rebuild, all,",
        "PARKED_DISCARD, operator-action:parked, unbilled-work contract:c1, booked by hand",
        "PARKED_RETRY, operator-action:parked, unbilled-work,",
        "DELIVERY_RETRY, operator-action:delivery, invoice:i1,",
        "VERIFICATION, operator-action:verification,,"
    })
    void it_stands_in_the_stream_of_its_kind(
            Action action, String stream, @Nullable String subject, @Nullable String reason) {
        actions.givenNoPriorActivity()
                .when(RequestOperatorAction.of(action, subject, reason, "idp|olaf"))
                .expectEvents(event(action, stream, subject, reason));
    }

    @Test
    void asked_again_by_another_request_it_stands_there_twice() {
        var first = event(Action.REBUILD, "operator-action:rebuild", "all", null);
        actions.given(first)
                .when(RequestOperatorAction.of(Action.REBUILD, "all", null, "idp|olaf"))
                .expectEvents(first);
    }

    @Test
    void it_names_who_asked() {
        assertRefused("G-02", "requestedBy", () -> RequestOperatorAction.of(Action.REBUILD, "all", null, "olaf"));
        assertRefused("G-02", "reason", () -> RequestOperatorAction.of(Action.PARKED_DISCARD, "x", " ", "idp|olaf"));
    }

    private static OperatorActionRequested event(
            Action action, String stream, @Nullable String subject, @Nullable String reason) {
        return OperatorActionRequested.newBuilder()
                .setOperatorActionId(stream)
                .setAction(action.name())
                .setSubject(subject)
                .setReason(reason)
                .setRequestedBy("idp|olaf")
                .build();
    }
}
