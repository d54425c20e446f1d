package io.fairlead.app.web;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** The API's own description, OpenAPI 3.1: adds what every operation shares. */
@Configuration(proxyBeanMethods = false)
public class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String PROBLEM_REF = "#/components/schemas/" + PROBLEM;
    private static final String ACCEPTED_REF = "#/components/schemas/" + Accepted.class.getSimpleName();

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Call.class);
        SpringDocUtils.getConfig().replaceWithSchema(BigDecimal.class, new StringSchema().example("1234.50"));
        // Not date-time, which has an offset (RFC 3339): generated clients would send one, and it is refused.
        SpringDocUtils.getConfig()
                .replaceWithSchema(LocalDateTime.class, new StringSchema().example("2026-03-06T09:00:00"));
        SpringDocUtils.getConfig()
                .replaceWithSchema(
                        JsonNode.class,
                        new ObjectSchema().additionalProperties(true).description("as the body that takes one alone"));
    }

    @Bean
    OpenAPI fairlead() {
        return new OpenAPI()
                .info(new Info()
                        .title("Fairlead")
                        .version("1")
                        .description("Project to cash: commands and views. Every refusal is an RFC 9457 problem."));
    }

    @Bean
    OpenApiCustomizer whatAllShare() {
        return api -> {
            if (api.getComponents() == null) {
                api.setComponents(new Components());
            }
            ModelConverters.getInstance(true).readAll(Problem.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().keySet().removeIf(path -> !path.startsWith("/v1/"));
            api.getPaths().forEach((address, path) -> path.readOperationsMap().forEach((method, operation) -> {
                operation.setOperationId(name(method.name(), address));
                operation.setResponses(sorted(operation.getResponses()));
                if (method.name().equals("GET")) {
                    describeRead(operation);
                } else {
                    describeCommand(operation);
                }
                problem(
                        operation,
                        "403",
                        "a web page of another origin sent it, or no role of the caller may (x-roles)");
                problem(operation, "406", "the answer has no representation that Accept takes");
                problem(operation, "409", "others changed or asked the same at the same moment");
                problem(operation, "421", "the Host field names another server");
                problem(operation, "429", "the client has asked for more than its quota; again after Retry-After");
            }));
        };
    }

    /**
     * By method and path, so that a client that was made before keeps its methods whatever becomes of our classes: GET
     * /v1/rate-cards/{id}/rates is getRateCardsByIdRates.
     */
    private static String name(String method, String path) {
        return method.toLowerCase(Locale.ROOT)
                + Stream.of(path.substring("/v1/".length()).replace("{", "by-").split("[^A-Za-z0-9]+"))
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }

    private static void describeCommand(Operation operation) {
        operation.addParametersItem(parameter(
                Headers.KEY,
                "makes a repeat harmless: same key and body, same answer; 1 to 200 visible ASCII characters;"
                        + " made and returned when absent"));
        operation.addParametersItem(parameter(
                Headers.ACTOR,
                "who acts, believed on loopback only; 1 to 100 of A-Z a-z 0-9 . _ @ -; local when absent"));
        operation.addParametersItem(parameter(
                Headers.DRY_RUN,
                "true: decide as ever, store nothing and answer at position 0; refused where that cannot be done"));
        operation.addParametersItem(parameter(Headers.CORRELATION, "names the whole story; made when absent"));
        if (changesOneThing(operation)) {
            operation.addParametersItem(parameter(
                    Preconditions.IF_MATCH,
                    "entity tag that the target must still have; refused where it is not listed"));
            problem(operation, "412", "the target has changed since it was read");
        }
        for (var entry : operation.getResponses().entrySet()) {
            if (entry.getKey().startsWith("2")) {
                var answer = entry.getValue();
                answer.setDescription("accepted, now or before");
                answer.addHeaderObject(Headers.POSITION, header("position to read one's own write: ?at-least="));
                answer.addHeaderObject(Headers.REPEATED, header("true when the key was accepted before"));
                answer.addHeaderObject(Headers.KEY, header("the key, also when the server made it"));
                answer.addHeaderObject(Headers.CORRELATION, header("the correlation"));
                answer.addHeaderObject("ETag", header("entity tag of the target, for If-Match"));
                answer.addHeaderObject("Location", header("where the new resource is, with 201"));
            }
        }
        problem(operation, "400", "the request is no valid JSON of this form");
        problem(operation, "404", "the target does not exist");
        problem(operation, "408", "the body came too slowly");
        problem(operation, "413", "the body is larger than 10 MB, a file larger than 64 MB");
        problem(operation, "415", "the body is no application/json, for files no multipart/form-data");
        problem(operation, "422", "a rule refuses it, or the key was used with another body");
        problem(
                operation,
                "503",
                "the store or what else it needs is away, or too much is under way; send again with the same key after"
                        + " Retry-After");
    }

    /** As {@link Preconditions} knows it of the controller. */
    private static boolean changesOneThing(Operation operation) {
        return operation.getResponses().values().stream()
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().values().stream())
                .anyMatch(type -> type.getSchema() != null
                        && ACCEPTED_REF.equals(type.getSchema().get$ref()));
    }

    private static void describeRead(Operation operation) {
        for (var entry : operation.getResponses().entrySet()) {
            if (entry.getKey().startsWith("2")) {
                entry.getValue().setDescription("found");
                entry.getValue()
                        .addHeaderObject(
                                Headers.POSITION,
                                header("of one thing: position of its last event, to read nothing older: ?at-least="));
            }
        }
        problem(operation, "400", "a parameter has the wrong form");
        problem(operation, "404", "there is no such thing");
        problem(operation, "422", "an id has the wrong form");
        problem(
                operation,
                "503",
                "the views have not come as far as asked, or what it needs is away; try again after Retry-After");
    }

    private static HeaderParameter parameter(String name, String description) {
        var parameter = new HeaderParameter();
        parameter.name(name).description(description).required(false).schema(new StringSchema());
        return parameter;
    }

    private static Header header(String description) {
        return new Header().description(description).schema(new StringSchema());
    }

    private static void problem(Operation operation, String status, String description) {
        var content = new Content()
                .addMediaType("application/problem+json", new MediaType().schema(new Schema<>().$ref(PROBLEM_REF)));
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(content));
    }

    private static ApiResponses sorted(ApiResponses all) {
        var kept = new ApiResponses();
        for (var status : List.of("200", "201", "202")) {
            if (all.get(status) != null) {
                kept.addApiResponse(status, all.get(status));
            }
        }
        return kept;
    }
}
