package io.fairlead.cli.login;

import io.fairlead.cli.Output;
import io.fairlead.cli.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the application and the kept login tell of somebody, side by side; no token. */
final class Whoami {

    /**
     * Prints it.
     *
     * @param login null where none is kept
     * @param answer of the application, null where it did not answer
     */
    static void print(Output output, @Nullable KeptLogin login, @Nullable JsonNode answer) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put(
                "issuer", answer != null ? answer.path("issuer").asString("") : login == null ? "" : login.issuer());
        document.put("subject", answer == null ? "" : answer.path("subject").asString(""));
        document.put("name", login == null ? "" : login.name());
        document.put("client", answer == null ? "" : answer.path("client").asString(""));
        document.put("roles", texts(answer, "roles"));
        document.put(
                "allCompanies", answer != null && answer.path("allCompanies").asBoolean(false));
        document.put("companies", texts(answer, "companies"));
        document.put("conflicts", texts(answer, "conflicts"));
        document.put("tokenExpiresAt", login == null ? "" : login.expiresAt().toString());
        var rows = new ArrayList<List<String>>();
        document.forEach((name, value) -> rows.add(List.of(name, shown(value))));
        output.print(document, new Table("", List.of("field", "value"), rows));
    }

    private static List<String> texts(@Nullable JsonNode answer, String field) {
        return answer == null
                ? List.of()
                : answer.path(field)
                        .valueStream()
                        .map(each -> each.asString(""))
                        .toList();
    }

    private static String shown(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(" "))
                : String.valueOf(value);
    }

    private Whoami() {}
}
