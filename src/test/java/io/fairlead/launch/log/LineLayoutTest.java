package io.fairlead.launch.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.sql.SQLException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import org.apache.avro.AvroTypeException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LineLayoutTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00.123Z");
    private static final String FORGED = "x\n2026-06-01T12:00:00.123Z ERROR forged \u001b[2J\u202e";

    private final LineLayout layout = new LineLayout();

    private String line(Instant at, String message, @Nullable Throwable failure, Object... arguments) {
        var event = new LoggingEvent(
                "f",
                new LoggerContext().getLogger("io.fairlead.app.web.ProblemAdvice"),
                Level.ERROR,
                message,
                failure,
                arguments);
        event.setInstant(at);
        return layout.doLayout(event);
    }

    private static RuntimeException failure() {
        return new IllegalStateException("broken");
    }

    @Test
    void a_line_has_time_level_logger_and_message() {
        assertThat(line(NOON, "{} failed", null, "GET /v1/customers"))
                .isEqualTo("2026-06-01T12:00:00.123Z ERROR i.f.app.web.ProblemAdvice GET /v1/customers failed\n");
    }

    @Test
    void text_of_a_caller_neither_begins_a_line_nor_moves_a_cursor() {
        var text =
                line(NOON, "told {}", new IllegalStateException(FORGED, new IllegalArgumentException(FORGED)), FORGED);
        assertThat(text.lines().filter(line -> !line.startsWith("\t"))).hasSize(1);
        assertThat(text).contains("\\n2026-06-01", "\\u001b[2J").doesNotContain("\u001b", "\u202e", "\r");
    }

    @Test
    void a_stack_stands_once_a_minute_for_each_cause_and_the_others_are_counted() {
        var lines = new ArrayList<String>();
        for (var second : new int[] {0, 1, 59, 60, 61}) {
            lines.add(line(NOON.plusSeconds(second), "failed", failure()));
        }
        assertThat(lines.stream().map(LineLayoutTest::hasStack)).containsExactly(true, false, false, true, false);
        assertThat(lines.get(2)).contains("IllegalStateException: broken", "came 2 times");
        assertThat(lines.get(3)).contains("came 3 times since");
        assertThat(hasStack(line(NOON.plusSeconds(1), "failed", new IllegalStateException("elsewhere"))))
                .as("another place is another cause")
                .isTrue();
    }

    private static boolean hasStack(String text) {
        return text.contains("\t\tat " + LineLayoutTest.class.getName());
    }

    @Test
    void messages_of_parsers_and_values_in_others_are_left_out() {
        var text = line(
                NOON,
                "failed",
                new IllegalStateException(
                        "cannot read \"canary\" as 'canary'",
                        new AvroTypeException(
                                "not a number: canary", new DateTimeParseException("canary", "canary", 0))));
        assertThat(text).doesNotContain("canary").contains("cannot read '...' as '...'", "AvroTypeException\n");
        assertThat(line(
                        NOON,
                        "x",
                        new SQLException("ERROR: no such row\n  Detail: Key (name)=(canary) is there.", "23505")))
                .contains("ERROR: no such row")
                .doesNotContain("canary");
    }

    @Test
    void the_reasons_of_a_start_that_is_refused_keep_their_lines() {
        var event = new LoggingEvent(
                "f",
                new LoggerContext().getLogger("org.springframework.boot.diagnostics.LoggingFailureAnalysisReporter"),
                Level.ERROR,
                "Fairlead does not start:\n- field\u001b a",
                null,
                new Object[0]);
        assertThat(layout.doLayout(event)).endsWith("Fairlead does not start:\n- field\\u001b a\n");
    }

    @Test
    void a_long_message_is_cut() {
        assertThat(line(NOON, "x".repeat(1_000_000), null)).hasSizeLessThan(LineLayout.MESSAGE_LENGTH_MAX + 100);
    }
}
