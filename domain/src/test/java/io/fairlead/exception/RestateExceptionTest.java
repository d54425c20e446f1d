package io.fairlead.exception;

import static io.fairlead.exception.ExceptionExamples.cleared;
import static io.fairlead.exception.ExceptionExamples.raised;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.wire;

import io.fairlead.exception.event.ExceptionRestated;
import java.math.BigDecimal;
import java.time.Instant;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

class RestateExceptionTest {

    private final FixtureConfiguration<WorkItem> item = ExceptionExamples.items();

    @Test
    void another_amount_is_told_of_an_open_item() {
        item.given(raised(1)).when(restate("1300", EVENING)).expectEvents(restated("1300", EVENING));
    }

    @Test
    void the_same_amount_is_told_once_whatever_the_words() {
        item.given(raised(1))
                .when(restate("1200", EVENING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        item.given(raised(1), restated("1300", EVENING))
                .when(restate("1300", EVENING.plusSeconds(1)))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void what_comes_again_or_out_of_turn_changes_nothing() {
        item.given(raised(1))
                .when(restate("1300", NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        item.given(raised(1), restated("1300", EVENING))
                .when(restate("1400", EVENING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        item.given(raised(1), restated("1300", EVENING))
                .when(restate("1200", EVENING.plusNanos(1_000)))
                .expectEvents(restated("1200", EVENING.plusNanos(1_000)));
    }

    @Test
    void a_closed_item_stays_closed() {
        item.given(raised(1), cleared(1))
                .when(restate("1300", EVENING))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    private static RestateException restate(String amount, Instant at) {
        return new RestateException(
                ExceptionExamples.ID, "set two rates", new Stake(new BigDecimal(amount), "EUR"), at);
    }

    private static ExceptionRestated restated(String amount, Instant at) {
        return ExceptionRestated.newBuilder()
                .setExceptionId(ExceptionExamples.ID.value())
                .setOccurrence(1)
                .setSentence("set two rates")
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setRestatedAt(at)
                .build();
    }
}
