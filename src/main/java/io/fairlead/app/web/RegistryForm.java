package io.fairlead.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;

/**
 * Refusals of whatever stands before the schema registry, in the form that its clients read: an error code, which is
 * the status, and a message. A stock client shows a problem document as an answer without a code.
 */
final class RegistryForm {

    static final MediaType TYPE = MediaType.parseMediaType("application/vnd.schemaregistry.v1+json");

    private static final String ROOT = "/registry";

    /** Whether the request went to the registry, however the rest of its path is spelled. */
    static boolean isFor(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String first
                ? first
                : String.valueOf(request.getRequestURI());
        return path.startsWith(ROOT)
                && (path.length() == ROOT.length() || !Character.isLetterOrDigit(path.charAt(ROOT.length())));
    }

    static Map<String, Object> body(int status, String reason, String remedy) {
        var body = new LinkedHashMap<String, Object>();
        body.put("error_code", status);
        body.put("message", remedy.isEmpty() ? reason : reason + ": " + remedy);
        return body;
    }

    private RegistryForm() {}
}
