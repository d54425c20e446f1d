package io.fairlead.app.web;

import io.fairlead.guard.RequestGuard;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** What Tomcat refuses before Spring sees it, told as a problem too: broken request lines, headers, paths. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var registry = RegistryForm.isFor(request.getRequest());
        var twice = RequestGuard.ONCE.stream()
                .filter(name -> Collections.list(request.getHeaders(name)).size() > 1)
                .findFirst();
        var text = registry ? registryText(status, twice) : text(status, twice);
        try {
            response.setContentType(registry ? RegistryForm.TYPE.toString() : "application/problem+json");
            response.setCharacterEncoding("utf-8");
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(text);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException gone) {
            container.getLogger().debug("the client went away", gone);
        }
    }

    private static String registryText(int status, Optional<String> twice) {
        return "{\"error_code\":" + status + ",\"message\":\"" + reason(twice) + "\"}";
    }

    private static String reason(Optional<String> twice) {
        return twice.map(name -> "header " + name + " stands more than once")
                .orElse("the request cannot be understood");
    }

    private static String text(int status, Optional<String> twice) {
        var code = twice.isPresent() ? "HEADER_INVALID" : "REQUEST_INVALID";
        return "{\"type\":\"urn:fairlead:problem:" + code.toLowerCase(Locale.ROOT)
                + "\",\"title\":\"Refused\",\"status\":" + status
                + ",\"detail\":\"" + reason(twice) + "\",\"code\":\"" + code + "\","
                + twice.map(name -> "\"field\":\"" + name + "\",").orElse("")
                + "\"hint\":\"" + (twice.isPresent() ? "send it once" : "check the path and the headers") + "\"}";
    }
}
