package io.fairlead.registry;

import static io.fairlead.registry.RegistryCalls.request;
import static io.fairlead.registry.RegistryCalls.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.RegistryForTests;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody but the application's events decides about the subjects of its topics. */
class OwnSubjectsTest {

    private static final String ONE = "{\"name\":\"a\",\"type\":\"int\",\"doc\":\"d\"}";
    private static final String TWO = ONE + ",{\"name\":\"b\",\"type\":\"int\",\"default\":0,\"doc\":\"d\"}";
    private static final String SUBJECT = "fairlead.deal.v1-n.Noted";
    private static final String VERSIONS = "/subjects/" + SUBJECT + "/versions";

    private RegistryForTests registry;
    private RegistryCalls calls;

    @BeforeEach
    void start() {
        var noted = List.of(schema("Noted", ONE), schema("Noted", TWO));
        registry = RegistryForTests.started(name -> Map.of("Noted", noted).getOrDefault(name, List.of()));
        calls = new RegistryCalls(registry::url);
    }

    @AfterEach
    void stop() {
        calls.close();
        registry.close();
    }

    @Test
    void schemas_of_events_are_registered_and_found_by_whoever_comes() {
        int id = calls.register(SUBJECT, schema("Noted", ONE));
        assertThat(calls.register(SUBJECT, schema("Noted", ONE))).isEqualTo(id);
        assertThat(calls.post("/subjects/" + SUBJECT, request(schema("Noted", ONE)))
                        .status())
                .isEqualTo(200);
        calls.register(SUBJECT, schema("Noted", TWO));
        assertThat(calls.get(VERSIONS).text()).isEqualTo("[1,2]");
    }

    @Test
    void another_schema_is_refused_in_an_own_subject_and_taken_in_any_other() {
        var stranger = request(schema("Noted", ONE + ",{\"name\":\"x\",\"type\":\"int\",\"default\":0}"));
        for (var body : List.of(stranger, request("\"string\""), request(schema("Other", ONE)))) {
            var refused = calls.post(VERSIONS, body);
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.code()).isEqualTo(40301);
            assertThat(refused.body().propertyNames()).containsExactly("error_code", "message");
            assertThat(refused.body().path("message").asString()).contains("Fairlead's own");
            assertThat(calls.post("/subjects/mine-" + Math.abs(body.hashCode()) + "/versions", body)
                            .status())
                    .isEqualTo(200);
        }
        assertThat(calls.post("/subjects/fairlead.deal.v1-n.Else/versions", request(schema("Noted", ONE)))
                        .code())
                .isEqualTo(40301);
        assertThat(calls.get(VERSIONS).code()).isEqualTo(40401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PUT    | /mode/%s                        | {"mode":"READONLY"}
            PUT    | /mode/%s?force=true             | {"mode":"IMPORT"}
            DELETE | /mode/%s                        | ''
            PUT    | /config/%s                      | {"compatibility":"NONE"}
            DELETE | /config/%s                      | ''
            DELETE | /subjects/%s                    | ''
            DELETE | /subjects/%s/versions/1         | ''
            DELETE | /subjects/%s/versions/latest    | ''
            """)
    void an_own_subject_keeps_its_versions_and_settings(String method, String path, String body) {
        calls.register(SUBJECT, schema("Noted", ONE));
        assertThat(calls.ask(method, path.formatted(SUBJECT), body).code()).isEqualTo(40301);
        assertThat(calls.get(VERSIONS).text()).isEqualTo("[1]");
    }

    @ParameterizedTest
    @CsvSource({"READONLY", "READONLY_OVERRIDE", "IMPORT"})
    void the_whole_registry_s_settings_do_not_reach_an_own_subject(String mode) {
        assertThat(calls.put("/mode?force=true", "{\"mode\":\"" + mode + "\"}").status())
                .isEqualTo(200);
        calls.register(SUBJECT, schema("Noted", ONE));
        assertThat(calls.post("/subjects/mine/versions", request(schema("Noted", ONE)))
                        .code())
                .isEqualTo(42205);
        calls.put("/mode", "{\"mode\":\"READWRITE\"}");
        calls.put("/config", "{\"compatibility\":\"NONE\"}");
        assertThat(calls.get("/config/" + SUBJECT + "?defaultToGlobal=true")
                        .body()
                        .path("compatibilityLevel")
                        .asString())
                .isEqualTo("BACKWARD_TRANSITIVE");
    }

    @Test
    void what_got_there_before_stops_nothing_and_may_be_taken_away() {
        calls.register("mine", "\"string\"");
        var jdbc = JdbcClient.create(registry.dataSource());
        jdbc.sql("update registry.subject_version set subject = ?")
                .param(SUBJECT)
                .update();
        jdbc.sql("insert into registry.registry_mode values (?, 'READONLY')")
                .param(SUBJECT)
                .update();
        calls.register(SUBJECT, schema("Noted", ONE));
        assertThat(calls.get(VERSIONS).text()).isEqualTo("[1,2]");
        assertThat(calls.delete(VERSIONS + "/1").text()).isEqualTo("1");
        assertThat(calls.delete(VERSIONS + "/2").code()).isEqualTo(40301);
    }

    @Test
    void an_import_does_not_use_up_the_ids() {
        calls.put("/mode/imports", "{\"mode\":\"IMPORT\"}");
        var last = request(schema("Last", ONE)).replaceAll("}$", ",\"id\":2147483647,\"version\":1}");
        assertThat(calls.post("/subjects/imports/versions", last).code()).isEqualTo(42205);
        calls.register(SUBJECT, schema("Noted", ONE));
    }
}
