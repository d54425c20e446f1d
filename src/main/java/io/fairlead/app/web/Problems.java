package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as problems, for the advice and for filters that stand before it. */
@Component
public class Problems {

    static final String RETRY_AFTER_S = "1";
    private static final String TRACE = Problems.class.getName() + ".trace";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<Object> answer(Refusal refusal, HttpServletRequest request, HttpHeaders headers) {
        var answer = ResponseEntity.status(refusal.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return answer.body(problem(refusal, request));
    }

    void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var body = json.writeValueAsBytes(problem(refusal, request));
        response.setStatus(refusal.status());
        if (refusal.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    static Problem problem(Refusal refusal, HttpServletRequest request) {
        var status = HttpStatus.resolve(refusal.status());
        return new Problem(
                refusal.type(),
                status == null ? "Error" : status.getReasonPhrase(),
                refusal.status(),
                refusal.reason(),
                refusal.code(),
                refusal.field(),
                refusal.hint(),
                traceOf(request),
                request.getRequestURI());
    }

    /** One id per request, also in the log. */
    static String traceOf(HttpServletRequest request) {
        if (request.getAttribute(TRACE) instanceof String known) {
            return known;
        }
        var bytes = new byte[16];
        ThreadLocalRandom.current().nextBytes(bytes);
        var trace = HexFormat.of().formatHex(bytes);
        request.setAttribute(TRACE, trace);
        return trace;
    }
}
