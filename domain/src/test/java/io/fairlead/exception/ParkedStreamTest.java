package io.fairlead.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ParkedStreamTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final ParkedStream TIME =
            new ParkedStream(ParkedStream.PROCESS, "process-price-time", "time-entry:1");

    @Test
    void its_item_follows_from_code_reader_and_stream() {
        assertThat(TIME.exceptionId())
                .isEqualTo(new ParkedStream(ParkedStream.PROCESS, "process-price-time", "time-entry:1").exceptionId())
                .isNotEqualTo(new ParkedStream(ParkedStream.VIEW, "process-price-time", "time-entry:1").exceptionId())
                .isNotEqualTo(new ParkedStream(ParkedStream.PROCESS, "unbilled-work", "time-entry:1").exceptionId())
                .isNotEqualTo(
                        new ParkedStream(ParkedStream.PROCESS, "process-price-time", "time-entry:2").exceptionId());
    }

    @Test
    void work_items_that_a_reader_cannot_take_are_one_item() {
        assertThat(new ParkedStream(ParkedStream.VIEW, "exceptions", "exception:a").exceptionId())
                .isEqualTo(new ParkedStream(ParkedStream.VIEW, "exceptions", "exception:b").exceptionId());
    }

    @Test
    void a_view_has_a_code_of_its_own() {
        var raised = new ParkedStream(ParkedStream.VIEW, "unbilled-work", "time-entry:1").raise("TimeBilled", NOON);
        assertThat(raised.code()).isEqualTo("VIEW_PARKED");
        assertThat(raised.exceptionId()).isNotEqualTo(TIME.exceptionId());
    }

    @Test
    void it_tells_it_what_to_do() {
        var raised = TIME.raise("TimeApproved", NOON);
        assertThat(raised.ownerRole()).isEqualTo(OwnerRole.IT);
        assertThat(raised.code()).isEqualTo("PROCESS_PARKED");
        assertThat(raised.subjectId()).isEqualTo("time-entry:1");
        assertThat(raised.sentence()).contains("process-price-time", "TimeApproved", "time-entry:1", "parked retry");
        assertThat(raised.at()).isEqualTo(NOON);
        var cleared = ParkedStream.clear(raised.exceptionId(), NOON);
        assertThat(cleared.exceptionId()).isEqualTo(raised.exceptionId());
        assertThat(cleared.resolvedBy()).isEqualTo("fairlead|parked-items");
    }
}
