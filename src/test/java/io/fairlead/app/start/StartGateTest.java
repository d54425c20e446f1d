package io.fairlead.app.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fairlead.launch.StartRefused;
import io.fairlead.schema.SchemaFault;
import io.fairlead.store.StoreUnderTest;
import io.fairlead.store.WrittenElsewhere;
import io.fairlead.testing.PostgresForTests;
import org.junit.jupiter.api.Test;

class StartGateTest {

    private static StoreUnreadable refusal(StoreUnderTest subject) {
        var refusal = catchThrowableOfType(StoreUnreadable.class, () -> StartGate.require(subject.pool));
        assertThat(refusal).as("refusal").isNotNull();
        return refusal;
    }

    @Test
    void a_database_without_a_store_may_be_opened() {
        var empty = PostgresForTests.empty("startgate").dataSource();
        assertThatCode(() -> StartGate.require(empty)).doesNotThrowAnyException();
    }

    @Test
    void a_store_of_this_build_and_of_one_that_said_it_in_other_words_may_be_opened() {
        try (var subject = new StoreUnderTest()) {
            subject.append("today", 0, 2);
            subject.append("words", WrittenElsewhere.OTHER_WORDS);
            assertThatCode(() -> StartGate.require(subject.pool)).doesNotThrowAnyException();
        }
    }

    @Test
    void what_is_not_read_as_it_was_written_is_told_by_event_schema_field_reason_and_remedy() {
        try (var subject = new StoreUnderTest()) {
            subject.append("today", 0, 2);
            subject.append("text", WrittenElsewhere.AS_TEXT);
            subject.append("less", WrittenElsewhere.WITHOUT_REASON);
            subject.append("gone", WrittenElsewhere.GONE);
            var refusal = refusal(subject);
            assertThat(refusal.faults())
                    .extracting(SchemaFault::event, SchemaFault::path)
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple("io.fairlead.time.event.TimeForgotten", ""),
                            org.assertj.core.groups.Tuple.tuple("io.fairlead.time.event.TimeRejected", "reason"),
                            org.assertj.core.groups.Tuple.tuple("io.fairlead.time.event.TimeRejected", "version"));
            assertThat(refusal.getMessage())
                    .startsWith("Fairlead does not start: ")
                    .contains("3 of 4 schemas, in a log of 5 events")
                    .contains("schema " + Long.toHexString(WrittenElsewhere.AS_TEXT.fingerprint())
                            + ", field version at /fields/1")
                    .contains("Remedy: ");
        }
    }

    @Test
    void a_schema_whose_stored_text_was_changed_is_not_trusted() {
        try (var subject = new StoreUnderTest()) {
            subject.append("today", 0, 1);
            subject.asOwner("update store.es_schema set schema_json = replace(schema_json, 'Why.', 'Who.')");
            assertThat(refusal(subject).getMessage())
                    .contains("its stored text is not the one that events were written with")
                    .contains("from a backup");
        }
    }

    @Test
    void the_launcher_knows_the_refusal_by_the_words_and_the_code_that_the_application_ends_with() {
        assertThat(StartImpossible.EXIT_CODE).isEqualTo(StartRefused.EXIT_CODE);
        assertThat(StartImpossible.FIRST_WORDS).isEqualTo(StartRefused.FIRST_WORDS);
    }
}
