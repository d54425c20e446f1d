package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.app.verify.invariant.TopicContents;
import io.fairlead.app.verify.invariant.TopicsHoldEachEventOnce;
import io.fairlead.gateway.topics.TopicCensus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void topics_that_hold_each_event_once_are_sound() {
        assertThat(check(3, 3, 0, Set.of(), Set.of(), Set.of()).failed()).isZero();
    }

    @Test
    void an_event_on_no_topic_one_of_another_log_and_one_that_says_something_else_are_found() {
        assertThat(check(3, 3, 0, Set.of("e1"), Set.of("e9"), Set.of("e5")).examples())
                .containsExactly(
                        "event e1 is stored but on no topic",
                        "event e9 is on a topic but not stored",
                        "the record of event e5 says something else than what is stored");
    }

    @Test
    void doubled_and_misplaced_records_are_found() {
        assertThat(check(4, 3, 1, Set.of(), Set.of(), Set.of()).failed()).isEqualTo(2);
    }

    private static Finding check(
            long records,
            long distinct,
            long outOfOrder,
            Set<String> missing,
            Set<String> foreign,
            Set<String> altered) {
        var census = new TopicCensus.Result(records, distinct, outOfOrder, Map.of(), List.of());
        return new TopicsHoldEachEventOnce(() -> new TopicContents(census, missing, foreign, altered)).check();
    }
}
