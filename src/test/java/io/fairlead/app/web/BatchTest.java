package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BatchTest extends HttpTest {

    private static final String GOOD =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    @Test
    void each_item_is_answered_on_its_own() {
        var body = "{\"items\":[" + GOOD + "," + GOOD.replace("3600", "0") + "," + GOOD.replace("person", "persn") + ","
                + "7," + GOOD.replace("\"seconds\":3600", "\"note\":\"n\"") + "," + GOOD + "]}";
        var answer = post("/v1/time-entries/batch", body, "Idempotency-Key", "batch-1");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("accepted").asInt()).isEqualTo(2);
        assertThat(answer.json().path("refused").asInt()).isEqualTo(4);
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("index")
                        .asInt()))
                .containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("status")
                        .asString()))
                .containsExactly("accepted", "refused", "refused", "refused", "refused", "accepted");
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("code")
                        .asString("")))
                .containsExactly("", "T-01", "FIELD_UNKNOWN", "FIELD_INVALID", "G-02", "");
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("field")
                        .asString("")))
                .containsExactly("", "seconds", "persn", "", "seconds", "");

        var repeat = post("/v1/time-entries/batch", body, "Idempotency-Key", "batch-1");
        assertThat(repeat.json().path("repeated").asInt()).isEqualTo(2);
        assertThat(repeat.json().path("accepted").asInt()).isZero();
        assertThat(repeat.json().path("position").asLong())
                .isEqualTo(answer.json().path("position").asLong());

        var other = post("/v1/time-entries/batch", body.replace("3600", "60"), "Idempotency-Key", "batch-1");
        assertThat(other.json().path("items").path(0).path("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void five_thousand_are_taken_and_one_more_is_too_many() {
        assertThat(post("/v1/time-entries/submissions", ids(5_000))
                        .json()
                        .path("accepted")
                        .asInt())
                .isEqualTo(5_000);
        assertProblem(post("/v1/time-entries/submissions", ids(5_001)), 422, "BATCH_SIZE");
        assertProblem(post("/v1/time-entries/submissions", "{\"ids\":[]}"), 422, "BATCH_SIZE");
        assertProblem(post("/v1/time-entries/submissions", "{}"), 422, "G-02");
        assertProblem(
                post("/v1/time-entries/submissions", ids(1), "Idempotency-Key", "x".repeat(191)),
                400,
                "IDEMPOTENCY_KEY_INVALID");
    }

    @Test
    void approvals_refuse_the_author_and_what_is_missing_one_by_one() {
        var answer = post("/v1/time-entries/approvals", "{\"ids\":[\"missing\",\"a\"]}", "Fairlead-Actor", "lead");
        assertThat(answer.json().path("items").valueStream().map(item -> item.path("code")
                        .asString("")))
                .containsExactly("NOT_FOUND", "");
        var own = post("/v1/time-entries/approvals", "{\"ids\":[\"a\"]}", "Fairlead-Actor", "author");
        assertThat(own.json().path("items").path(0).path("code").asString()).isEqualTo("T-03");
    }

    private static String ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> "\"e" + index + "\"")
                .collect(Collectors.joining(",", "{\"ids\":[", "]}"));
    }
}
