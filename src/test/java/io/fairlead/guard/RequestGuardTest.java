package io.fairlead.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestGuardTest {

    private static final String HOST = "127.0.0.1:8080";

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:1", "[::1]:65535"})
    void names_of_this_machine_are_taken(String host) {
        assertThat(judge("GET", "/v1/customers", List.of(host), List.of(), null, null))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "",
                "localhost.",
                "localhost:",
                "localhost:123456",
                "127.0.0.1.evil.example",
                "127.0.0.2",
                "localhost@evil.example"
            })
    void other_names_are_refused(String host) {
        assertThat(codeOf(judge("GET", "/v1/customers", List.of(host), List.of(), null, null)))
                .isEqualTo("421 HOST_UNKNOWN");
    }

    @Test
    void no_host_is_refused() {
        assertThat(codeOf(judge("GET", "/", List.of(), List.of(), null, null))).isEqualTo("421 HOST_UNKNOWN");
    }

    @ParameterizedTest
    @FieldSource("io.fairlead.guard.RequestGuard#ONCE")
    void a_header_that_decides_stands_once(String name) {
        var fields = new HashMap<String, List<String>>(Map.of("Host", List.of(HOST)));
        fields.put(name, name.equals("Host") ? List.of(HOST, HOST) : List.of("same-origin", "same-origin"));
        var refusal = judge("GET", "/v1/customers", null, fields).orElseThrow();
        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.field()).isEqualTo(name);
    }

    @Test
    void of_two_pages_that_a_browser_tells_none_counts() {
        for (var sites : List.of(List.of("same-origin", "cross-site"), List.of("cross-site", "same-origin"))) {
            assertThat(codeOf(judge("POST", "/v1/x", null, Map.of("Host", List.of(HOST), "Sec-Fetch-Site", sites))))
                    .isEqualTo("400 HEADER_INVALID");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "POST, http://evil.example", "POST, null", "POST, http://127.0.0.1:8081", "POST, http://127.0.0.1",
        "POST, http://localhost:8080", "POST, ''", "GET, http://evil.example", "DELETE, https://evil.example"
    })
    void pages_of_another_origin_are_refused(String method, String origin) {
        assertThat(codeOf(judge(method, "/v1/x", List.of(HOST), List.of(origin), null, null)))
                .isEqualTo("403 ORIGIN_FOREIGN");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "POST, -, -, true",
                "POST, none, navigate, true",
                "POST, same-origin, cors, true",
                "POST, same-site, cors, false",
                "POST, cross-site, no-cors, false",
                "POST, cross-site, navigate, false",
                "GET, cross-site, no-cors, false",
                "GET, cross-site, -, false",
                "GET, cross-site, navigate, true"
            })
    void what_the_browser_says_of_the_page_counts(
            String method, @Nullable String site, @Nullable String mode, boolean taken) {
        assertThat(judge(method, "/v1/x", List.of(HOST), List.of(), site, mode).isEmpty())
                .isEqualTo(taken);
    }

    @Test
    void a_page_of_this_server_is_taken() {
        assertThat(judge("POST", "/v1/x", List.of(HOST), List.of("http://127.0.0.1:8080"), "same-origin", "cors"))
                .isEmpty();
        assertThat(codeOf(judge(
                        "POST", "/v1/x", List.of(HOST), List.of("http://127.0.0.1:8080", "http://evil"), null, null)))
                .isEqualTo("400 HEADER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/%761/customers",
                "/v%31/customers",
                "/v1;x/customers",
                "/v1/customers;jsessionid=1",
                "//v1/customers",
                "/v1//customers",
                "/./v1/customers",
                "/x/../v1/customers",
                "/v1/..",
                "/v1/%2e%2e/x",
                "/v1/a%00b",
                "/v1/a%0d%0ab",
                "/v1/a%ff",
                "/v1/a%c0%af",
                "/v1/a%",
                "/v1/a%4",
                "/v1/a%zz",
                "/v1/a\\b",
                "/v1/%E2%80%AEx",
                "/v1/a%5fb",
                "/v1/a%2Db"
            })
    void odd_spellings_of_a_path_are_refused(String path) {
        assertThat(codeOf(judge("GET", path, List.of(HOST), List.of(), null, null)))
                .isEqualTo("400 PATH_SPELLING");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/customers",
                "/v1/time-entries/time-entry:7.a_b~c",
                "/v1/x/a%20b",
                "/v1/x/%C3%BC",
                "/v1/x/a%7Eb",
                "/registry/subjects/a%2Fb/versions/1",
                "/v1/x/a%3Ab",
                "/v1/x/100%25",
                "/v1/.hidden",
                "/v1/a..b"
            })
    void usual_paths_are_taken(String path) {
        assertThat(judge("GET", path, List.of(HOST), List.of(), null, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "at-least=%ff, at-least",
        "a=1&cursor=%00, cursor",
        "cursor=%0aFORGED, cursor",
        "x=%E2%80%AE, x",
        "x=%, x",
        "x=%c0%af, x"
    })
    void a_query_that_is_no_text_is_refused_by_its_parameter(String query, String field) {
        var refusal = judge("GET", "/v1/x?" + query, List.of(HOST), List.of(), null, null);
        assertThat(codeOf(refusal)).isEqualTo("400 PARAMETER_INVALID");
        assertThat(refusal.orElseThrow().field()).isEqualTo(field);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=", "=x", "limit=1&=", "a&=b"})
    void a_parameter_without_a_name_is_refused(String query) {
        assertThat(judge("GET", "/v1/x?" + query, List.of(HOST), List.of(), null, null))
                .hasValueSatisfying(refusal -> assertThat(refusal.reason()).contains("no name"));
    }

    @Test
    void a_usual_query_is_taken() {
        assertThat(judge("GET", "/v1/x?a=1+2&b=%C3%BC%20%2F&c", List.of(HOST), List.of(), null, null))
                .isEmpty();
    }

    private static Optional<GuardRefusal> judge(
            String method,
            String target,
            List<String> hosts,
            List<String> origins,
            @Nullable String site,
            @Nullable String mode) {
        var at = target.indexOf('?');
        var path = at < 0 ? target : target.substring(0, at);
        var query = at < 0 ? null : target.substring(at + 1);
        var fields = new HashMap<String, List<String>>(Map.of("Host", hosts, "Origin", origins));
        fields.put("Sec-Fetch-Site", site == null ? List.of() : List.of(site));
        fields.put("Sec-Fetch-Mode", mode == null ? List.of() : List.of(mode));
        return judge(method, path, query, fields);
    }

    private static Optional<GuardRefusal> judge(
            String method, String path, @Nullable String query, Map<String, List<String>> fields) {
        return RequestGuard.refusal(
                new RequestGuard.Face(method, path, query, name -> fields.getOrDefault(name, List.of())));
    }

    private static String codeOf(Optional<GuardRefusal> refusal) {
        return refusal.map(told -> told.status() + " " + told.code()).orElse("taken");
    }
}
