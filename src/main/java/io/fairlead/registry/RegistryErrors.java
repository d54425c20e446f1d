package io.fairlead.registry;

import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
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
        LOG.error("The registry failed", e);
        return answer(500, 50001, "Error in the backend data store");
    }

    private static ResponseEntity<Map<String, Object>> answer(int status, int code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error_code", code);
        body.put("message", message);
        return ResponseEntity.status(status).contentType(V1).body(body);
    }
}
