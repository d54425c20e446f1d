package io.fairlead.exception;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingWorkTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final WaitingWork TOPICS = new WaitingWork("topics");

    @Test
    void each_piece_of_work_has_one_item() {
        assertThat(TOPICS.exceptionId())
                .isEqualTo(new WaitingWork("topics").exceptionId())
                .isNotEqualTo(new WaitingWork("erp").exceptionId());
    }

    @Test
    void it_tells_what_waits_since_when_why_and_what_to_do() {
        var raised = TOPICS.raise("fairlead.deal.v1", NOON.minusSeconds(300), "refused", "mend it", NOON);
        assertThat(raised.code()).isEqualTo("WORK_WAITS");
        assertThat(raised.subjectId()).isEqualTo("work:topics");
        assertThat(raised.ownerRole()).isEqualTo(OwnerRole.IT);
        assertThat(raised.at()).isEqualTo(NOON);
        assertThat(raised.sentence())
                .isEqualTo(
                        "topics waits since 2026-03-02T11:55:00Z (fairlead.deal.v1). Why: refused. What to do: mend it."
                                + " `fairlead status` shows it.");
    }

    @Test
    void a_long_reason_with_controls_is_told_in_part_and_escaped() {
        var raised = TOPICS.raise("x".repeat(900), NOON, "a\nb" + "y".repeat(900), "z".repeat(900), NOON);
        assertThat(raised.sentence())
                .hasSizeBetween(900, 1_000)
                .doesNotContain("\n")
                .contains("xxx...");
    }

    @ParameterizedTest
    @CsvSource({"300, 300, ''", "301, 297, ...", "900, 297, ..."})
    void a_part_of_300_characters_is_told_whole(int length, int told, String rest) {
        assertThat(TOPICS.raise("x".repeat(length), NOON, "refused", "mend it", NOON)
                        .sentence())
                .contains("(" + "x".repeat(told) + rest + "). Why: refused.");
    }

    @Test
    void a_character_of_two_halves_is_never_cut_in_two() {
        var raised = TOPICS.raise("x".repeat(296) + "\uD83D\uDE80" + "y".repeat(9), NOON, "refused", "mend it", NOON);

        assertThat(raised.sentence()).contains("(" + "x".repeat(296) + "...). Why: refused.");
    }

    @Test
    void it_clears_its_own_item() {
        var cleared = TOPICS.clear(NOON);
        assertThat(cleared.exceptionId()).isEqualTo(TOPICS.exceptionId());
        assertThat(cleared.resolvedBy()).isEqualTo("fairlead|waiting-work");
    }
}
