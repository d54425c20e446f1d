package io.fairlead.story;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import openapi.client.ApiClient;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The methods of the generated client by the requests that they send. */
final class GeneratedOperations {

    private static final Path DESCRIPTION = Path.of("docs", "contract", "openapi.json");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");

    private final List<Operation> operations;

    private GeneratedOperations(List<Operation> operations) {
        this.operations = operations;
    }

    /** An operation of the description. */
    private record Operation(
            String verb, Pattern path, List<String> variables, String id, Set<String> known, Method method) {}

    /**
     * One call.
     *
     * @param operation its name in the description
     * @param given values of path and query by their plain names
     */
    record Call(String operation, Method method, Map<String, String> given) {

        Object api(ApiClient client) throws ReflectiveOperationException {
            return method.getDeclaringClass().getConstructor(ApiClient.class).newInstance(client);
        }

        /** Each parameter of the method from path, query, header, part or body. */
        @Nullable
        Object[] arguments(ObjectMapper json, Headers fields, byte[] body, Map<String, Path> parts, Path folder)
                throws IOException {
            var headers = new HashMap<String, String>();
            fields.forEach((name, values) -> headers.put(plain(name), values.getFirst()));
            var arguments = new ArrayList<@Nullable Object>();
            for (var parameter : method.getParameters()) {
                arguments.add(argument(parameter, json, headers, body, parts, folder));
            }
            return arguments.toArray();
        }

        private @Nullable Object argument(
                Parameter parameter,
                ObjectMapper json,
                Map<String, String> headers,
                byte[] body,
                Map<String, Path> parts,
                Path folder)
                throws IOException {
            var name = plain(parameter.getName());
            var type = json.getTypeFactory().constructType(parameter.getParameterizedType());
            if (parameter.getType() == java.io.File.class) {
                for (var part : parts.entrySet()) {
                    if (plain(part.getKey()).equals(name)) {
                        return part.getValue().toFile();
                    }
                }
                return Files.createTempFile(folder, "none", ".part").toFile(); // It leaves no part out.
            }
            var text = given.getOrDefault(name, headers.get(name));
            if (text != null) {
                return json.convertValue(text, type);
            }
            boolean isSimple =
                    parameter.getType().getName().startsWith("java.lang.") && parameter.getType() != Object.class;
            return isSimple || body.length == 0 || !parts.isEmpty() ? null : json.readValue(body, type);
        }
    }

    static GeneratedOperations read() {
        var operations = new ArrayList<Operation>();
        var description = JsonMapper.shared().readTree(DESCRIPTION);
        description
                .path("paths")
                .forEachEntry((path, verbs) -> verbs.forEachEntry((verb, operation) -> {
                    if (operation.has("operationId")) {
                        operations.add(operation(path, verb, operation));
                    }
                }));
        return new GeneratedOperations(operations);
    }

    private static Operation operation(String path, String verb, JsonNode described) {
        var id = described.path("operationId").asString();
        var variables = VARIABLE.matcher(path)
                .results()
                .map(each -> plain(each.group()))
                .toList();
        var known = described
                .path("parameters")
                .valueStream()
                .map(each -> plain(each.path("name").asString("")))
                .collect(Collectors.toCollection(HashSet::new));
        var pattern =
                Arrays.stream(VARIABLE.split(path, -1)).map(Pattern::quote).collect(Collectors.joining("([^/]+)"));
        return new Operation(
                verb.toUpperCase(Locale.ROOT),
                Pattern.compile(pattern),
                variables,
                id,
                known,
                method(described.path("tags").path(0).asString(""), id));
    }

    private static Method method(String tag, String id) {
        var name = Arrays.stream(tag.split("[^A-Za-z0-9]+"))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
        try {
            return Arrays.stream(
                            Class.forName("openapi.client.api." + name + "Api").getMethods())
                    .filter(each -> each.getName().equals(id + "WithHttpInfo"))
                    .filter(each -> Arrays.stream(each.getParameterTypes()).noneMatch(Map.class::equals))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(id + " was not generated"));
        } catch (ClassNotFoundException missing) {
            throw new IllegalStateException(missing);
        }
    }

    /**
     * The method that sends a request.
     *
     * @throws IllegalArgumentException when the description has no such path or parameter
     */
    Call of(String verb, URI uri) {
        var found = operations.stream()
                .filter(each -> each.verb().equals(verb))
                .filter(each -> each.path().matcher(uri.getRawPath()).matches())
                .min((one, other) -> Integer.compare(
                        one.variables().size(), other.variables().size()))
                .orElseThrow(() -> new IllegalArgumentException("not in the description"));
        var given = new HashMap<String, String>();
        var path = found.path().matcher(uri.getRawPath());
        if (path.matches()) {
            addVariables(found, path, given);
        }
        for (var field :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            var name = plain(field.replaceAll("=.*", ""));
            if (!found.known().contains(name)) {
                throw new IllegalArgumentException(found.id() + " has no parameter " + name);
            }
            given.put(name, decoded(field.replaceAll("^[^=]*=?", "")));
        }
        return new Call(found.id(), found.method(), given);
    }

    private static void addVariables(Operation found, Matcher path, Map<String, String> given) {
        for (int i = 0; i < found.variables().size(); i++) {
            given.put(found.variables().get(i), decoded(path.group(i + 1)));
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Letters and digits: {@code at-least} is a parameter {@code atLeast}. */
    private static String plain(String name) {
        return name.replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
