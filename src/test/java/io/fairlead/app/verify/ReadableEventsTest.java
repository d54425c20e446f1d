package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.app.verify.invariant.EventsReadable;
import io.fairlead.app.verify.invariant.Finding;
import io.fairlead.schema.EventCodec;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.WrittenElsewhere;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadableEventsTest {

    private final StoreUnderTest subject = new StoreUnderTest();

    @AfterEach
    void close() {
        subject.close();
    }

    private Finding check() {
        var log = subject.store.log();
        return new EventsReadable(log, subject.store::schemas, new EventCodec(log)).check();
    }

    @Test
    void events_of_this_build_and_of_one_that_said_it_in_other_words_are_read() {
        assertThat(check().examined()).isZero();
        subject.append("today", 0, 3);
        subject.append("words", WrittenElsewhere.OTHER_WORDS);
        assertThat(check().failed()).isZero();
        assertThat(check().examined()).isEqualTo(4);
    }

    @Test
    void events_that_are_not_read_are_counted_and_named_by_position_event_schema_and_field() {
        subject.append("today", 0, 3);
        subject.append("text", WrittenElsewhere.AS_TEXT);
        subject.append("text-again", WrittenElsewhere.AS_TEXT);
        subject.append("gone", WrittenElsewhere.GONE);
        var found = check();
        assertThat(found.examined()).isEqualTo(6);
        assertThat(found.failed()).isEqualTo(3);
        assertThat(found.examples()).hasSize(2);
        assertThat(found.examples().getFirst())
                .startsWith("2 events, the first at position 4: io.fairlead.time.event.TimeRejected, schema "
                        + Long.toHexString(WrittenElsewhere.AS_TEXT.fingerprint()) + ", field version at /fields/1");
        assertThat(found.examples().getLast())
                .startsWith("1 events, the first at position 6: io.fairlead.time.event.TimeForgotten, schema "
                        + Long.toHexString(WrittenElsewhere.GONE.fingerprint()));
    }

    @Test
    void bytes_that_are_no_avro_and_schemas_that_are_lost_are_found() {
        subject.append("today", 0, 1);
        subject.asOwner("alter table store.es_event disable trigger all");
        subject.asOwner("update store.es_event set payload = '\\x0203'");
        assertThat(check().failed()).isOne();
        assertThat(check().examples().getFirst())
                .startsWith("1 events, the first at position 1: io.fairlead.time.event.TimeRejected, schema ")
                .endsWith(": the bytes end within the record");
        subject.asOwner("delete from store.es_schema");
        assertThat(check().failed()).isOne();
        assertThat(check().examples().getFirst()).endsWith(": it is not stored");
    }

    @Test
    void a_log_that_ends_before_its_head_is_no_proof() {
        subject.append("today", 0, 1);
        subject.asOwner("update store.es_head set last_position = 2");
        assertThatThrownBy(this::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("before its head 2");
    }
}
