package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ApiDescriptionTest extends HttpTest {

    @Test
    void every_operation_is_described_in_full() {
        var api = get("/openapi.json").json();
        assertThat(api.path("openapi").asString()).startsWith("3.1");
        assertThat(api.path("components")
                        .path("schemas")
                        .path("Problem")
                        .path("properties")
                        .propertyNames())
                .contains("code", "field", "hint", "traceId");
        var operations = operations(api);
        assertThat(operations).hasSizeGreaterThan(25);
        operations.forEach((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
            var responses = operation.path("responses");
            assertThat(responses.propertyNames()).as(name).anyMatch(status -> status.startsWith("2"));
            assertThat(responses.path("400").path("content").has("application/problem+json"))
                    .as(name)
                    .isTrue();
            if (name.startsWith("post ")) {
                assertThat(parameters(operation)).as(name).contains("Idempotency-Key", "Fairlead-Actor");
                assertThat(responses.path("422").path("content").has("application/problem+json"))
                        .as(name)
                        .isTrue();
                var answer = responses.has("201") ? responses.path("201") : responses.path("200");
                assertThat(parameters(operation).anyMatch("If-Match"::equals))
                        .as("%s has one target, and so an entity tag", name)
                        .isEqualTo(answer.toString().contains("#/components/schemas/Accepted\""));
                assertThat(answer.path("headers").propertyNames())
                        .as(name)
                        .contains("Fairlead-Position", "Fairlead-Repeated", "ETag");
            }
        });
    }

    @Test
    void bodies_name_what_they_require() {
        var api = get("/v3/api-docs").json();
        var body = api.path("components").path("schemas").path("NewTimeEntry");
        assertThat(body.path("required").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("person", "project");
        var paths = api.path("paths");
        assertThat(paths.path("/v1/customers").path("post").path("responses").propertyNames())
                .contains("201")
                .doesNotContain("200");
        var rate = api.path("components")
                .path("schemas")
                .path("NewRate")
                .path("properties")
                .path("rate");
        assertThat(rate.path("type").asString()).isEqualTo("string");
    }

    @Test
    void answers_of_different_queries_have_schemas_of_their_own() {
        var schemas = get("/openapi.json").json().path("components").path("schemas");
        assertThat(schemas.path("ContractDetail").path("properties").propertyNames())
                .contains("contract", "lines");
        assertThat(schemas.path("InvoiceDetail").path("properties").propertyNames())
                .contains("invoice", "taxes");
        assertThat(schemas.path("ContractLine").path("properties").has("limit")).isTrue();
        assertThat(schemas.path("InvoiceLine").path("properties").has("sourceId"))
                .isTrue();
        assertThat(schemas.path("Invoice")
                        .path("properties")
                        .path("net")
                        .path("type")
                        .asString())
                .isEqualTo("string");
    }

    private static Map<String, JsonNode> operations(JsonNode api) {
        var found = new TreeMap<String, JsonNode>();
        api.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> found.put(operation.getKey() + " " + path.getKey(), operation.getValue())));
        return found;
    }

    private static Stream<String> parameters(JsonNode operation) {
        return operation.path("parameters").valueStream().map(parameter -> parameter
                .path("name")
                .asString());
    }
}
