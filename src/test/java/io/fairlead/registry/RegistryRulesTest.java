package io.fairlead.registry;

import static io.fairlead.registry.RegistryCalls.request;
import static io.fairlead.registry.RegistryCalls.schema;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.testing.RegistryForTests;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryRulesTest {

    private static final String ONE = "{\"name\":\"a\",\"type\":\"int\",\"doc\":\"d\"}";
    private static final String WITH_DEFAULT = ONE + ",{\"name\":\"b\",\"type\":\"int\",\"default\":0,\"doc\":\"d\"}";
    private static final String WITHOUT_DEFAULT = ONE + ",{\"name\":\"b\",\"type\":\"int\",\"doc\":\"d\"}";

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

    @Test
    void an_incompatible_version_is_refused_and_a_compatible_one_follows() {
        calls.register("evolving", schema("Evolving", ONE));
        var refused = calls.post("/subjects/evolving/versions", request(schema("Evolving", WITHOUT_DEFAULT)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.code()).isEqualTo(409);
        assertThat(refused.body().propertyNames()).containsExactly("error_code", "message");
        assertThat(refused.body().path("message").asString())
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1");
        calls.register("evolving", schema("Evolving", WITH_DEFAULT));
        assertThat(calls.get("/subjects/evolving/versions").text()).isEqualTo("[1,2]");
    }

    @Test
    void all_former_versions_count_unless_the_level_says_otherwise() {
        // b: absent, then int by default, then without default: readable from version 2, not from version 1.
        calls.register("transitive", schema("Transitive", ONE));
        calls.register("transitive", schema("Transitive", WITH_DEFAULT));
        var third = request(schema("Transitive", WITHOUT_DEFAULT));
        assertThat(calls.post("/subjects/transitive/versions", third).status()).isEqualTo(409);
        var judged = calls.post("/compatibility/subjects/transitive/versions/latest", third);
        assertThat(judged.body().path("is_compatible").asBoolean()).isTrue();
        var all = calls.post("/compatibility/subjects/transitive/versions?verbose=true", third);
        assertThat(all.body().path("is_compatible").asBoolean()).isFalse();
        assertThat(all.body().path("messages").toString()).contains("oldSchemaVersion: 1");
        calls.put("/config/transitive", "{\"compatibility\":\"backward\"}");
        assertThat(calls.post("/subjects/transitive/versions", third).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true",
        "BACKWARD, true, false",
        "FORWARD, false, true",
        "FULL, false, false",
        "BACKWARD_TRANSITIVE, true, false",
        "FORWARD_TRANSITIVE, false, true",
        "FULL_TRANSITIVE, false, false"
    })
    void each_level_judges_as_named(String level, boolean fieldRemoved, boolean fieldAdded) {
        var subject = "level-" + level;
        calls.register(subject, schema("Level", WITHOUT_DEFAULT));
        calls.put("/config/" + subject, "{\"compatibility\":\"" + level + "\"}");
        assertThat(calls.get("/config/" + subject)
                        .body()
                        .path("compatibilityLevel")
                        .asString())
                .isEqualTo(level);
        var path = "/compatibility/subjects/" + subject + "/versions/1";
        var removed = calls.post(path, request(schema("Level", ONE)));
        assertThat(removed.body().path("is_compatible").asBoolean()).isEqualTo(fieldRemoved);
        var more = WITHOUT_DEFAULT + ",{\"name\":\"c\",\"type\":\"int\"}";
        var added = calls.post(path, request(schema("Level", more)));
        assertThat(added.body().path("is_compatible").asBoolean()).isEqualTo(fieldAdded);
    }

    @Test
    void deletion_is_soft_first_then_hard_and_ids_stay() {
        int id = calls.register("going", schema("Going", ONE));
        calls.register("going", schema("Going", WITH_DEFAULT));
        assertThat(calls.delete("/subjects/going/versions/1?permanent=true").code())
                .isEqualTo(40407);
        assertThat(calls.delete("/subjects/going/versions/1").text()).isEqualTo("1");
        assertThat(calls.delete("/subjects/going/versions/1").code()).isEqualTo(40406);
        assertThat(calls.get("/subjects/going/versions").text()).isEqualTo("[2]");
        assertThat(calls.get("/subjects/going/versions?deleted=true").text()).isEqualTo("[1,2]");
        assertThat(calls.delete("/subjects/going?permanent=true").code()).isEqualTo(40405);
        assertThat(calls.delete("/subjects/going").text()).isEqualTo("[2]");
        assertThat(calls.delete("/subjects/going").code()).isEqualTo(40404);
        assertThat(calls.get("/subjects").text()).doesNotContain("\"going\"");
        assertThat(calls.get("/subjects?deleted=true").text()).contains("\"going\"");
        assertThat(calls.register("going", schema("Going", ONE))).isEqualTo(id);
        assertThat(calls.get("/subjects/going/versions").text()).isEqualTo("[3]");
        var _ = calls.delete("/subjects/going");
        assertThat(calls.delete("/subjects/going?permanent=true").text()).isEqualTo("[1,2,3]");
        assertThat(calls.get("/schemas/ids/" + id).status()).isEqualTo(200);
        assertThat(calls.register("going", schema("Going", ONE))).isEqualTo(id);
        assertThat(calls.get("/subjects/going/versions").text()).isEqualTo("[1]");
    }

    @Test
    void references_are_resolved_kept_and_guarded() {
        calls.register("inner", schema("Inner", ONE));
        var outer = schema("Outer", "{\"name\":\"i\",\"type\":\"n.Inner\"}");
        var reference = ",\"references\":[{\"name\":\"n.Inner\",\"subject\":\"inner\",\"version\":1}]}";
        assertThat(calls.post("/subjects/outer/versions", request(outer)).code())
                .isEqualTo(42201);
        var missing = request(outer).replaceAll("}$", reference.replace("\"version\":1", "\"version\":9"));
        assertThat(calls.post("/subjects/outer/versions", missing).code()).isEqualTo(42201);
        var answer = calls.post("/subjects/outer/versions", request(outer).replaceAll("}$", reference));
        assertThat(answer.status()).isEqualTo(200);
        int id = answer.body().path("id").asInt();
        var found = calls.get("/schemas/ids/" + id).body();
        assertThat(found.path("schema").asString()).isEqualTo(outer.replace("n.Inner", "Inner"));
        assertThat(found.path("references").get(0).path("name").asString()).isEqualTo("n.Inner");
        assertThat(calls.get("/subjects/inner/versions/1/referencedby").text()).isEqualTo("[" + id + "]");
        assertThat(calls.delete("/subjects/inner/versions/1").code()).isEqualTo(42206);
        assertThat(calls.delete("/subjects/inner").code()).isEqualTo(42206);
    }

    @Test
    void modes_are_enforced() {
        calls.register("modes", schema("Modes", ONE));
        assertThat(calls.get("/mode/modes").code()).isEqualTo(40409);
        calls.put("/mode/modes", "{\"mode\":\"READONLY\"}");
        assertThat(calls.post("/subjects/modes/versions", request(schema("Modes", WITH_DEFAULT)))
                        .code())
                .isEqualTo(42205);
        assertThat(calls.register("modes", schema("Modes", ONE))).isPositive();
        assertThat(calls.delete("/subjects/modes").code()).isEqualTo(42205);
        assertThat(calls.put("/mode/modes", "{\"mode\":\"IMPORT\"}").code()).isEqualTo(42205);
        calls.put("/mode/imported", "{\"mode\":\"IMPORT\"}");
        var imported = request(schema("Imported", ONE)).replaceAll("}$", ",\"id\":5000,\"version\":7}");
        assertThat(calls.post("/subjects/imported/versions", imported)
                        .body()
                        .path("id")
                        .asInt())
                .isEqualTo(5000);
        assertThat(calls.get("/subjects/imported/versions").text()).isEqualTo("[7]");
        assertThat(calls.post("/subjects/other/versions", imported).code()).isEqualTo(42205);
        calls.put("/mode", "{\"mode\":\"READONLY_OVERRIDE\"}");
        assertThat(calls.post("/subjects/new/versions", request(schema("New", ONE)))
                        .code())
                .isEqualTo(42205);
        calls.put("/mode", "{\"mode\":\"READWRITE\"}");
        assertThat(calls.get("/mode").body().path("mode").asString()).isEqualTo("READWRITE");
    }

    @Test
    void settings_fall_back_to_the_whole_registry() {
        assertThat(calls.get("/config").body().path("compatibilityLevel").asString())
                .isEqualTo("BACKWARD_TRANSITIVE");
        assertThat(calls.get("/config/nobody").code()).isEqualTo(40408);
        assertThat(calls.get("/config/nobody?defaultToGlobal=true")
                        .body()
                        .path("compatibilityLevel")
                        .asString())
                .isEqualTo("BACKWARD_TRANSITIVE");
        calls.put("/config/somebody", "{\"compatibility\":\"NONE\"}");
        assertThat(calls.delete("/config/somebody")
                        .body()
                        .path("compatibilityLevel")
                        .asString())
                .isEqualTo("NONE");
        assertThat(calls.get("/config/somebody").code()).isEqualTo(40408);
        assertThat(calls.put("/config", "{\"compatibility\":\"SOME\"}").code()).isEqualTo(42203);
        assertThat(calls.put("/mode", "{\"mode\":\"SOME\"}").code()).isEqualTo(42204);
    }
}
