package io.fairlead.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectsTest {

    @Test
    void topic_and_subject_follow_the_kind_and_the_record() {
        var topic = Subjects.topicOf("time-entry:0190a7c0");
        assertThat(topic).isEqualTo("fairlead.time-entry.v1").matches(Subjects.EVENT_TOPICS);
        assertThat(Subjects.subject(topic, "io.fairlead.time.event.TimeApproved"))
                .isEqualTo("fairlead.time-entry.v1-io.fairlead.time.event.TimeApproved");
    }

    @Test
    void the_key_may_hold_a_colon() {
        assertThat(Subjects.topicOf("deal:a:b")).isEqualTo("fairlead.deal.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":x", "noKind", "Deal:1", "a b:1", "a.b:1"})
    void an_id_without_a_proper_kind_is_refused(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> Subjects.topicOf(id));
    }
}
