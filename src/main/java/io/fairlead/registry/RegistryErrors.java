package io.fairlead.registry;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** Turns refusals of the registry into {@code {"error_code":..,"message":..}}, for its clients. */
@RestControllerAdvice(basePackageClasses = Registry.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RegistryErrors {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryErrors.class);
    private static final List<String> AWAY = List.of("08", "53", "55", "57", "58");
    private static final MediaType V1 = MediaType.parseMediaType(RegistryMedia.V1);

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refused(RegistryProblem problem) {
        return answer(problem.status(), problem.code(), String.valueOf(problem.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> badParameter(MethodArgumentTypeMismatchException e) {
        return answer(400, 400, "Parameter '" + e.getName() + "' cannot be '" + e.getValue() + "'");
    }

    @ExceptionHandler
    ResponseEntity<Map<String, Object>> broken(RuntimeException e) {
        if (isAway(e)) {
            LOG.warn("The registry waits for its database");
            return ResponseEntity.status(503)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .contentType(V1)
                    .body(body(50301, "The backend data store does not answer in time; try again"));
        }
        LOG.error("The registry failed", e);
        return answer(500, 50001, "Error in the backend data store");
    }

    /** A database without a connection to offer (no state), or one that is starting, ending or cut off. */
    private static boolean isAway(RuntimeException failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                return state == null || AWAY.stream().anyMatch(state::startsWith);
            }
        }
        return false;
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, int code, String message) {
        return ResponseEntity.status(status).contentType(V1).body(body(code, message));
    }

    private static Map<String, Object> body(int code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error_code", code);
        body.put("message", message);
        return body;
    }
}
