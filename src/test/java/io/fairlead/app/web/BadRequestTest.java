package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BadRequestTest extends HttpTest {

    private static final String TIME =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    static Stream<Arguments> bodies() {
        return Stream.of(
                Arguments.of("{\"person\":", 400, "JSON_INVALID", ""),
                Arguments.of("", 400, "BODY_MISSING", ""),
                Arguments.of("null", 400, "BODY_MISSING", ""),
                Arguments.of("[]", 400, "FIELD_INVALID", ""),
                Arguments.of("\"text\"", 400, "FIELD_INVALID", ""),
                Arguments.of(TIME + " 1", 400, "FIELD_INVALID", ""),
                Arguments.of(TIME.replace("person", "persn"), 400, "FIELD_UNKNOWN", "persn"),
                Arguments.of(TIME.replace("}", ",\"seconds\":1}"), 400, "JSON_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "\"3600\""), 400, "FIELD_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "3600.5"), 400, "FIELD_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "true"), 400, "FIELD_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "1e999999999"), 400, "FIELD_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "99999999999"), 400, "FIELD_INVALID", "seconds"),
                Arguments.of(TIME.replace("3600", "9".repeat(300)), 400, "JSON_LIMIT", ""),
                Arguments.of(TIME.replace("2026-03-02", "2026-02-30"), 400, "FIELD_INVALID", "workDate"),
                Arguments.of(TIME.replace("\"2026-03-02\"", "20260302"), 400, "FIELD_INVALID", "workDate"),
                Arguments.of(TIME.replace("2026-03-02", "9999-01-01"), 422, "G-02", "workDate"),
                Arguments.of(TIME.replace("\"amy\"", "7"), 400, "FIELD_INVALID", "person"),
                Arguments.of(TIME.replace("\"amy\"", "null"), 422, "G-02", "person"),
                Arguments.of(TIME.replace("amy", "no body"), 422, "G-01", "person"),
                Arguments.of(TIME.replace("amy", "ghost"), 422, "PERSON_UNKNOWN", "person"),
                Arguments.of(TIME.replace("p1", "p2"), 422, "PROJECT_UNKNOWN", "project"),
                Arguments.of(TIME.replace("3600", "86401"), 422, "T-01", "seconds"),
                Arguments.of("{\"person\":\"" + "x".repeat(200_000) + "\"}", 400, "JSON_LIMIT", "person"));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_bad_body_is_refused_with_its_field_and_nothing_is_sent(String body, int status, String code, String field) {
        int before = commands.taken.size();
        var answer = post("/v1/time-entries", body);
        assertProblem(answer, status, code);
        assertThat(answer.text("field")).isEqualTo(field);
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_deep_body_is_refused() {
        assertProblem(post("/v1/time-entries/batch", "{\"items\":" + "[".repeat(1_000)), 400, "JSON_LIMIT");
    }

    @Test
    void a_nested_field_is_named_by_its_path() {
        var body = "{\"id\":\"x\",\"legalEntity\":\"de\",\"customer\":\"acme\",\"name\":\"n\",\"currency\":\"EUR\","
                + "\"signedOn\":\"2026-01-01\",\"termFrom\":\"2026-01-01\",\"lines\":[{\"lineNo\":1,"
                + "\"description\":\"d\",\"method\":\"MILESTONE\",\"taxCategory\":\"S\",\"amount\":\"1,5\"}]}";
        var answer = post("/v1/contracts", body);
        assertProblem(answer, 400, "FIELD_INVALID");
        assertThat(answer.text("field")).isEqualTo("lines[0].amount");
        assertThat(answer.text("hint")).contains("decimal");

        var missing =
                post("/v1/contracts", body.replace("\"description\":\"d\",", "").replace("1,5", "1.5"));
        assertProblem(missing, 422, "G-02");
        assertThat(missing.text("field")).isEqualTo("lines[0].description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e5", "1E-2", " 12.00", "+5.00", "12.", ".5", "0x1", "1,5", "", "-"})
    void an_amount_that_nobody_writes_so_is_refused(String amount) {
        var body = "{\"id\":\"p\",\"source\":\"bank\",\"sourceId\":\"1\",\"invoice\":\"i\",\"amount\":\"" + amount
                + "\",\"currency\":\"EUR\",\"valueDate\":\"2026-03-02\"}";
        var answer = post("/v1/payments", body);
        assertProblem(answer, 400, "FIELD_INVALID");
        assertThat(answer.text("field")).isEqualTo("amount");
    }

    @Test
    void an_absurd_amount_is_refused_at_once() {
        var body = "{\"from\":\"2026-01-01\",\"rate\":1e999999999,\"currency\":\"EUR\",\"reason\":\"r\"}";
        long start = System.nanoTime();
        assertProblem(post("/v1/people/amy/cost-rates", body), 422, "G-02");
        assertProblem(
                post("/v1/people/amy/cost-rates", body.replace("1e999999999", "\"1e999999999\"")),
                400,
                "FIELD_INVALID");
        assertProblem(
                post("/v1/people/amy/cost-rates", body.replace("1e999999999", "\"1" + "0".repeat(150) + "\"")),
                422,
                "G-02");
        assertProblem(post("/v1/people/amy/cost-rates", body.replace("1e999999999", "\"NaN\"")), 400, "FIELD_INVALID");
        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
    }

    @Test
    void a_body_above_10_MB_is_too_large() {
        assertProblem(post("/v1/time-entries", new byte[CallFilter.BODY_BYTES_MAX + 1]), 413, "BODY_TOO_LARGE");
        var streamed = HttpRequest.newBuilder(uri("/v1/time-entries"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[CallFilter.BODY_BYTES_MAX + 1])));
        assertProblem(send(streamed), 413, "BODY_TOO_LARGE");
    }

    @Test
    void paths_methods_and_media_types_that_do_not_exist_are_problems() {
        assertProblem(get("/v1/nothing"), 404, "PATH_UNKNOWN");
        assertProblem(get("/"), 404, "PATH_UNKNOWN");
        assertProblem(post("/v1/nothing", "{}"), 404, "PATH_UNKNOWN");
        assertProblem(send(HttpRequest.newBuilder(uri("/v1/customers")).DELETE()), 405, "METHOD_NOT_ALLOWED");
        var xml = HttpRequest.newBuilder(uri("/v1/customers"))
                .header("Content-Type", "application/xml")
                .POST(HttpRequest.BodyPublishers.ofString("<a/>"));
        assertProblem(send(xml), 415, "MEDIA_TYPE_UNSUPPORTED");
        assertProblem(post("/v1/customers", "{}", "Content-Encoding", "gzip"), 415, "ENCODING_UNSUPPORTED");
    }

    @Test
    void what_tomcat_refuses_is_a_problem_too() throws Exception {
        var answer = RawHttp.ask(port, "GET /v1/<bad> HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 400").contains("application/problem+json", "REQUEST_INVALID");
        assertThat(answer).doesNotContain("Tomcat", "<html");
    }

    @Test
    void a_foreign_host_is_refused() throws Exception {
        var answer = RawHttp.ask(port, "GET /v1/customers HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 421").contains("HOST_UNKNOWN");
    }

    @Test
    void headers_out_of_form_are_refused() {
        assertProblem(post("/v1/time-entries", TIME, "Idempotency-Key", "a b"), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(
                post("/v1/time-entries", TIME, "Idempotency-Key", "x".repeat(201)), 400, "IDEMPOTENCY_KEY_INVALID");
        assertProblem(post("/v1/time-entries", TIME, "Fairlead-Actor", "a|b"), 400, "HEADER_INVALID");
        assertProblem(post("/v1/time-entries", TIME, "Fairlead-Correlation", "a b"), 400, "HEADER_INVALID");
    }
}
