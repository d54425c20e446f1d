package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands before the registry refuses in the form that stock clients of registries read. */
class RegistryFormTest extends HttpTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /registry/subjects       | Origin         | http://evil.example | 403
            /registry/subjects       | Sec-Fetch-Site | cross-site          | 403
            /registry/%73ubjects     | Accept         | */*                 | 400
            /registry/subjects;a=1   | Accept         | */*                 | 400
            /registry/subjects?=1    | Accept         | */*                 | 400
            /registry/no-such-path   | Accept         | */*                 | 404
            """)
    void a_refusal_has_an_error_code_and_a_message(String path, String header, String value, int status) {
        assertCoded(get(path, header, value), status);
    }

    @Test
    void a_doubled_header_and_what_tomcat_refuses_are_told_in_the_same_form() throws Exception {
        assertCoded(get("/registry/subjects", "Origin", "null", "Origin", "null"), 400);
        var answer = RawHttp.ask(
                port,
                "GET /registry/subjects HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 400")
                .contains("vnd.schemaregistry.v1+json", "\"error_code\":400", "header Host stands more than once");
    }

    @Test
    void paths_that_only_begin_alike_are_no_registry() {
        assertProblem(get("/registryx"), 404, "PATH_UNKNOWN");
        assertProblem(get("/v1/registry"), 404, "PATH_UNKNOWN");
    }

    private static void assertCoded(Answer answer, int status) {
        assertThat(answer.status()).as(answer.http().body()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(answer.json().path("error_code").asInt()).isEqualTo(status);
        assertThat(answer.text("message")).isNotEmpty();
        assertThat(answer.json().propertyNames()).containsExactly("error_code", "message");
    }
}
