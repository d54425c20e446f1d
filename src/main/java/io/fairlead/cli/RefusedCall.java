package io.fairlead.cli;

import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered to a call that it refused, as the message and code that a command ends with. */
final class RefusedCall {

    /** Refusals of what somebody typed: a word that a command does not have. */
    private static final Set<String> USAGE = Set.of(
            "PARAMETER_INVALID", "PARAMETER_UNKNOWN", "PARAMETER_MISSING", "VIEW_UNKNOWN", "PARKED_NAME_UNKNOWN");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static CommandFailed of(HttpRequest request, int status, byte[] body) {
        Map<String, Object> problem;
        try {
            problem = JSON.readValue(body, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            problem = Map.of();
        }
        var code = USAGE.contains(problem.getOrDefault("code", "")) ? ExitCode.USAGE : ExitCode.ofStatus(status);
        return new CommandFailed(code, message(request, status, problem), problem);
    }

    private static String message(HttpRequest request, int status, Map<String, Object> problem) {
        var text = new StringBuilder();
        if (problem.get("code") instanceof String code) {
            text.append(code).append(": ");
        }
        var said = problem.getOrDefault("detail", problem.get("title"));
        text.append(
                said instanceof String detail
                        ? detail
                        : request.method() + " " + request.uri() + " answered " + status);
        if (problem.get("field") instanceof String field) {
            text.append(" (field ").append(field).append(')');
        }
        if (problem.get("hint") instanceof String hint) {
            text.append("; ").append(hint);
        }
        if (status == 401 && !text.toString().contains("fairlead login")) {
            text.append("; log in with `fairlead login`, see who you are with `fairlead whoami`");
        }
        return text.toString();
    }

    private RefusedCall() {}
}
