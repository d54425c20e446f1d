package io.fairlead.registry;

import static io.fairlead.registry.RegistryCalls.V1;
import static io.fairlead.registry.RegistryCalls.request;
import static io.fairlead.registry.RegistryCalls.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.schema.RegistryClient;
import io.fairlead.testing.RegistryForTests;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryHttpTest {

    private static final String ONE = "{\"name\":\"a\",\"type\":\"int\",\"doc\":\"d\"}";

    private static RegistryForTests registry;
    private static RegistryCalls calls;

    @BeforeAll
    static void start() {
        registry = RegistryForTests.started();
        calls = new RegistryCalls(registry::url);
    }

    @AfterAll
    static void stop() {
        calls.close();
        registry.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "*/*"})
    void a_body_that_a_web_page_can_send_registers_nothing(String type) {
        var answer = calls.postAs(type, "/subjects/by-a-page/versions", request(schema("Page", ONE)));
        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body().path("error_code").asInt()).isEqualTo(415);
        assertThat(calls.get("/subjects/by-a-page/versions").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"application/json", "application/vnd.schemaregistry+json", "application/json; charset=utf-8"})
    void json_is_taken_under_each_of_its_names(String type) {
        assertThat(calls.postAs(type, "/subjects/by-type/versions", request(schema("ByType", ONE)))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_body_beyond_the_limit_is_refused_and_not_read() {
        var answer = calls.post("/subjects/large/versions", "{\"schema\":\"" + "x".repeat(5_000_000) + "\"}");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body().path("error_code").asInt()).isEqualTo(413);
    }

    @Test
    void a_schema_is_registered_once_and_found_every_way() {
        int id = calls.register("found", schema("Found", ONE));
        assertThat(calls.register("found", schema("Found", ONE))).isEqualTo(id);
        var text = schema("Found", ONE);

        assertThat(calls.get("/schemas/ids/" + id).body().path("schema").asString())
                .isEqualTo(text);
        assertThat(calls.get("/schemas/ids/" + id + "/subjects").text()).isEqualTo("[\"found\"]");
        assertThat(calls.get("/schemas/ids/" + id + "/versions")
                        .body()
                        .get(0)
                        .path("version")
                        .asInt())
                .isEqualTo(1);
        assertThat(calls.get("/subjects").text()).contains("\"found\"");
        assertThat(calls.get("/subjects/found/versions").text()).isEqualTo("[1]");
        for (var version : List.of("1", "latest", "-1")) {
            var body = calls.get("/subjects/found/versions/" + version).body();
            assertThat(body.path("id").asInt()).isEqualTo(id);
            assertThat(body.path("subject").asString()).isEqualTo("found");
            assertThat(body.path("version").asInt()).isEqualTo(1);
            assertThat(body.path("schema").asString()).isEqualTo(text);
        }
        assertThat(calls.get("/subjects/found/versions/1/schema").text()).isEqualTo(text);
        var looked = calls.post("/subjects/found", request(text));
        assertThat(looked.body().path("version").asInt()).isEqualTo(1);
        assertThat(looked.contentType()).isEqualTo(V1);
        assertThat(calls.get("/schemas/types").text()).isEqualTo("[\"AVRO\"]");
        assertThat(calls.get("/v1/metadata/id").status()).isEqualTo(200);
    }

    @Test
    void one_text_has_one_id_everywhere_and_docs_belong_to_it() {
        var text = schema("Everywhere", ONE);
        var otherOrder =
                "{\"name\":\"Everywhere\",\"fields\":[{\"doc\":\"d\",\"type\":{\"type\":\"int\"},\"name\":\"a\"}],"
                        + "\"namespace\":\"n\", \"type\":\"record\"}";
        int id = calls.register("everywhere-1", text);
        assertThat(calls.register("everywhere-2", otherOrder)).isEqualTo(id);
        int other = calls.register("everywhere-2", text.replace("\"doc\":\"d\"", "\"doc\":\"other\""));
        assertThat(other).isNotEqualTo(id);
        assertThat(calls.get("/subjects/everywhere-2/versions").text()).isEqualTo("[1,2]");
    }

    @Test
    void fifty_registrations_at_once_give_one_id() throws Exception {
        var registrations = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 50; i++) {
            var subject = "parallel-" + i % 5;
            registrations.add(() -> calls.register(subject, schema("Parallel", ONE)));
        }
        var ids = new HashSet<Integer>();
        try (var threads = Executors.newFixedThreadPool(50)) {
            for (Future<Integer> id : threads.invokeAll(registrations)) {
                ids.add(id.get());
            }
        }
        assertThat(ids).hasSize(1);
        for (int i = 0; i < 5; i++) {
            assertThat(calls.get("/subjects/parallel-" + i + "/versions").text())
                    .isEqualTo("[1]");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET    | /subjects/nobody/versions        | 40401
            GET    | /subjects/nobody/versions/1      | 40401
            GET    | /subjects/here/versions/9        | 40402
            GET    | /subjects/here/versions/0        | 42202
            GET    | /subjects/here/versions/x        | 42202
            GET    | /schemas/ids/999999              | 40403
            GET    | /schemas/ids/x                   | 404
            DELETE | /subjects/nobody                 | 40401
            GET    | /subjects?deleted=perhaps        | 400
            POST   | /subjects/%20/versions           | 42208
            POST   | /subjects/here                   | 40403
            """)
    void what_is_not_there_or_not_right_is_told_by_code(String method, String path, int code) {
        calls.register("here", schema("Here", ONE));
        var answer = calls.ask(method, path, method.equals("POST") ? request(schema("Unknown", ONE)) : "");
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(code > 1000 ? code / 100 : code);
        assertThat(answer.body().propertyNames()).containsExactly("error_code", "message");
        assertThat(answer.contentType()).isEqualTo(V1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"schema\":\"\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"recor\\\"}\"}",
                "{\"schema\":\"no\"}",
                "{\"schema\":\"\\\"int\\\"\",\"schemaType\":\"PROTOBUF\"}",
                "{\"schema\":\"\\\"string\\\"\",\"references\":[null]}",
                "{\"schema\":\"\\\"string\\\"\",\"references\":[{\"version\":1}]}",
                "{\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\\\",\\\"size\\\":2147483647}\"}",
                "{\"schema\":\"{\\\"type\\\":\\\"fixed\\\",\\\"name\\\":\\\"F\\\",\\\"size\\\":-1}\"}"
            })
    void a_bad_schema_is_refused(String body) {
        assertThat(calls.post("/subjects/bad/versions", body).code()).isEqualTo(42201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{", "x"})
    void a_body_that_is_no_object_is_refused(String body) {
        assertThat(calls.post("/subjects/bad/versions", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schema\":\"\\\"int\\\"\",\"schema\":\"\\\"long\\\"\"}",
                "{\"schema\":\"\\\"int\\\"\",\"references\":[{\"name\":\"a\",\"name\":\"b\"}]}",
                "{\"schema\":\"\\\"int\\\"\"} {}",
                "{\"schema\":\"\\\"int\\\"\",\"id\":\"1\"}",
                "{\"schema\":\"\\\"int\\\"\",\"id\":1.5}",
                "{\"schema\":[]}",
                "{\"schema\":1}",
                "{\"schema\":\"\\\"int\\\"\",\"references\":{}}"
            })
    void a_body_that_two_readers_may_read_differently_is_refused_in_plain_words(String body) {
        var answer = calls.post("/subjects/twice/versions", body);
        assertThat(answer.status()).isEqualTo(400);
        assertPlain(answer);
        assertThat(calls.get("/subjects/twice/versions").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"record\",\"name\":\"Twice\",\"type\":\"enum\",\"fields\":[]}",
                "{\"type\":\"record\",\"name\":\"Twice\",\"fields\":[{\"name\":\"a\",\"name\":\"b\",\"type\":\"int\"}]}",
                "{\"type\":\"record\",\"name\":1,\"fields\":[]}",
                "{\"type\":\"record\",\"name\":\"Twice\",\"fields\":{}}",
                "{\"type\":\"enum\",\"name\":\"Twice\",\"symbols\":[1,{}]}",
                "{\"type\":\"fixed\",\"name\":\"Twice\",\"size\":\"x\"}",
                "no",
                "{",
                "\"int\" 5"
            })
    void a_schema_that_two_readers_may_read_differently_is_refused_in_plain_words(String schema) {
        var answer = calls.post("/subjects/twice/versions", request(schema));
        assertThat(answer.code()).as(answer.text()).isEqualTo(42201);
        assertPlain(answer);
    }

    private static void assertPlain(RegistryCalls.Answer answer) {
        assertThat(answer.body().path("message").asString())
                .isNotBlank()
                .doesNotContain("java.", "jackson", "org.apache", "Exception", "io.fairlead", "Deserializ", "cast to");
        assertThat(answer.code()).isPositive();
    }

    @Test
    void a_subject_may_hold_a_slash_and_unknown_fields_are_ignored() {
        var body = request(schema("Slash", ONE)).replaceAll("}$", ",\"unheard\":{\"of\":1}}");
        assertThat(calls.post("/subjects/a%2Fb%20c/versions?normalize=true", body)
                        .status())
                .isEqualTo(200);
        assertThat(calls.get("/subjects").text()).contains("\"a/b c\"");
        assertThat(calls.get("/subjects/a%2Fb%20c/versions").text()).isEqualTo("[1]");
    }

    @Test
    void our_client_and_a_restart_see_the_same_ids() {
        var schema = new Schema.Parser().parse(schema("Client", ONE));
        try (var client = new RegistryClient(registry.url())) {
            int id = client.register("client", schema);
            registry.restart();
            try (var later = new RegistryClient(registry.url())) {
                assertThat(later.byId(id)).isEqualTo(schema);
                assertThat(later.register("client", schema)).isEqualTo(id);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {V1, "application/json", "application/vnd.schemaregistry+json"})
    void each_usual_content_type_is_answered(String type) {
        assertThat(calls.accepting(type, "/subjects").contentType()).isEqualTo(type);
        assertThat(calls.accepting(V1 + ", application/json; q=0.5", "/subjects")
                        .contentType())
                .isEqualTo(V1);
    }
}
