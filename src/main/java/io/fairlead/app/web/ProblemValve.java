package io.fairlead.app.web;

import java.io.IOException;
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
        var text = "{\"type\":\"urn:fairlead:problem:request_invalid\",\"title\":\"Refused\",\"status\":" + status
                + ",\"detail\":\"the request cannot be understood\",\"code\":\"REQUEST_INVALID\","
                + "\"hint\":\"check the path and the headers\"}";
        try {
            response.setContentType("application/problem+json");
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
}
