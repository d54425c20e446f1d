package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** What is settled before a command runs: what is refused is never carried out. */
class DoorsTest extends HttpTest {

    private static final String TIME =
            "{\"person\":\"amy\",\"project\":\"p1\",\"workDate\":\"2026-03-02\",\"seconds\":3600}";

    @Autowired
    List<RequestMappingHandlerAdapter> adapters;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/xml",
                "text/csv",
                "image/png",
                "bogus",
                "*/*;q=x",
                "application/json;q=0"
            })
    void an_answer_that_cannot_be_given_is_refused_before_the_command(String accept) {
        int before = commands.taken.size();
        assertProblem(post("/v1/time-entries", TIME, "Accept", accept), 406, "NOT_ACCEPTABLE");
        assertThat(commands.taken).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/*",
                "application/json",
                "text/html, */*;q=0.1",
                "application/json;q=0.5, text/html"
            })
    void who_takes_json_among_others_is_answered(String accept) {
        assertThat(post("/v1/time-entries", TIME, "Accept", accept).status()).isEqualTo(201);
    }

    static Stream<Arguments> types() {
        return Stream.of(
                        "text/plain",
                        "application/x-www-form-urlencoded",
                        "multipart/form-data; boundary=b",
                        "application/yaml",
                        "application/cbor",
                        "*/*",
                        "application/*+json",
                        "application/vnd.x+json",
                        "application/json; charset=utf-16",
                        "nonsense")
                .flatMap(type -> Stream.of("", TIME).map(body -> Arguments.of(type, body)));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_body_of_another_type_is_refused_whether_it_is_read_or_not(String type, String body) {
        int before = commands.taken.size();
        for (var path : List.of("/v1/time-entries", "/v1/time-entries/x/approval")) {
            var request = HttpRequest.newBuilder(uri(path))
                    .header("Content-Type", type)
                    .POST(HttpRequest.BodyPublishers.ofString(body));
            assertProblem(send(request), 415, "MEDIA_TYPE_UNSUPPORTED");
        }
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_body_without_a_type_is_refused_and_no_body_needs_none() {
        var untyped = HttpRequest.newBuilder(uri("/v1/time-entries")).POST(HttpRequest.BodyPublishers.ofString(TIME));
        assertProblem(send(untyped), 415, "MEDIA_TYPE_UNSUPPORTED");
        var bodyless = HttpRequest.newBuilder(uri("/v1/time-entries/00000000-0000-0000-0000-000000000001/approval"))
                .header("Fairlead-Actor", "boss")
                .POST(HttpRequest.BodyPublishers.noBody());
        assertThat(send(bodyless).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1:1"})
    void a_page_of_another_origin_changes_nothing_and_reads_nothing(String origin) {
        int before = commands.taken.size();
        assertProblem(post("/v1/time-entries", TIME, "Origin", origin), 403, "ORIGIN_FOREIGN");
        assertProblem(get("/v1/customers", "Origin", origin), 403, "ORIGIN_FOREIGN");
        assertProblem(
                upload("/v1/imports/time?profile=toggl", Map.of("file", "a,b"), "Origin", origin),
                403,
                "ORIGIN_FOREIGN");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void a_page_of_this_server_may() {
        assertThat(post("/v1/time-entries", TIME, "Origin", "http://127.0.0.1:" + port)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void every_answer_forbids_to_guess_to_keep_and_to_frame() {
        for (var path : List.of("/v1/customers", "/v1/nowhere", "/openapi.json", "/%761/customers", "/v1/invoices/x")) {
            var answer = get(path);
            assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
            assertThat(answer.header("Cross-Origin-Resource-Policy")).as(path).isEqualTo("same-origin");
            assertThat(answer.header("Content-Security-Policy")).as(path).contains("frame-ancestors 'none'");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%761/customers", "/v%31/customers", "/v1;x/customers", "/V1/customers"})
    void odd_spellings_reach_no_controller(String path) {
        assertThat(get(path).status()).isIn(400, 404);
        assertThat(post(path.replace("customers", "time-entries"), TIME).status())
                .isIn(400, 404);
    }

    @Test
    void a_header_that_stands_twice_is_refused() {
        assertProblem(
                post("/v1/time-entries", TIME, "Fairlead-Actor", "a", "Fairlead-Actor", "b"), 400, "HEADER_INVALID");
        assertProblem(post("/v1/time-entries", TIME, "If-Match", "\"1\"", "If-Match", "*"), 400, "HEADER_INVALID");
    }

    @ParameterizedTest
    @FieldSource("io.fairlead.guard.RequestGuard#ONCE")
    void a_doubled_header_that_decides_is_refused_by_its_name(String name) throws Exception {
        int before = commands.taken.size();
        var usual = new LinkedHashMap<>(Map.of(
                "Host",
                "127.0.0.1:" + port,
                "Content-Type",
                "application/json",
                "Content-Length",
                Integer.toString(TIME.length()),
                "Connection",
                "close"));
        var value = usual.getOrDefault(name, name.equals("Transfer-Encoding") ? "chunked" : "same-origin");
        usual.remove(name);
        var head = new StringBuilder("POST /v1/time-entries HTTP/1.1\r\n");
        usual.forEach((each, text) -> head.append(each + ": " + text + "\r\n"));
        var twice = name + ": " + value + "\r\n";
        var answer = RawHttp.ask(port, head + twice + twice + "\r\n" + TIME);
        assertThat(answer).startsWith("HTTP/1.1 400").contains("\"HEADER_INVALID\"", "\"" + name + "\"");
        assertThat(commands.taken).hasSize(before);
    }

    @Test
    void nobody_is_somebody_else_in_capitals() {
        var approval = "/v1/time-entries/00000000-0000-0000-0000-000000000002/approval";
        for (var actor : List.of("author", "AUTHOR", "Author")) {
            assertProblem(post(approval, "", "Fairlead-Actor", actor), 422, "T-03");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/customers?cusror=x, cursor",
        "/v1/time-entries?projct=p1, project",
        "/v1/customers/acme?verbose=1, at-least"
    })
    void a_parameter_that_is_not_known_is_refused_with_the_nearest(String path, String meant) {
        var answer = get(path);
        assertProblem(answer, 400, "PARAMETER_UNKNOWN");
        assertThat(answer.text("hint")).contains(meant);
    }

    @Test
    void a_parameter_that_stands_twice_is_refused() {
        assertProblem(get("/v1/customers?limit=1&limit=2"), 400, "PARAMETER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "0000-01-01", "1969-12-31", "2200-01-01"})
    void days_that_nobody_means_are_refused(String day) {
        var answer = get("/v1/views/unbilled?accountingTo=" + day);
        assertProblem(answer, 400, "PARAMETER_INVALID");
        assertThat(answer.text("field")).isEqualTo("accountingTo");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u0000", "a\\u0001", "\\ud800", "\\u202e", "\\u001b[2J"})
    void text_that_cannot_be_stored_is_refused_by_its_field(String text) {
        var answer = post("/v1/time-entries", TIME.replace("\"amy\"", "\"" + text + "\""));
        assertProblem(answer, 400, "FIELD_INVALID");
        assertThat(answer.text("field")).isEqualTo("person");
        assertThat(answer.text("detail")).contains("U+");
    }

    @Test
    void json_has_one_reader_and_one_writer() {
        assertThat(adapters).hasSize(1);
        assertThat(adapters.getFirst().getMessageConverters().stream()
                        .map(HttpMessageConverter::getClass)
                        .map(Class::getSimpleName)
                        .distinct())
                .containsExactlyInAnyOrder(
                        "ByteArrayHttpMessageConverter",
                        "StringHttpMessageConverter",
                        "ResourceHttpMessageConverter",
                        "JacksonJsonHttpMessageConverter");
    }
}
