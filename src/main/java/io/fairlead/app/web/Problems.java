package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Writes refusals as problems, for the advice and for filters that stand before it. */
@Component
public class Problems {

    static final String RETRY_AFTER_S = "1";
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.values());
    private static final String TRACE = Problems.class.getName() + ".trace";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    ResponseEntity<Object> answer(Refusal refusal, HttpServletRequest request, HttpHeaders headers) {
        note(refusal, request);
        var answer = ResponseEntity.status(refusal.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.status() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        return RegistryForm.isFor(request)
                ? answer.contentType(RegistryForm.TYPE).body(body(refusal, request))
                : answer.body(body(refusal, request));
    }

    /** Answers with the refusal instead of whatever else would. */
    public void write(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        note(refusal, request);
        var body = json.writeValueAsBytes(body(refusal, request));
        response.setStatus(refusal.status());
        if (refusal.status() == 503) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_S);
        }
        response.setContentType(
                RegistryForm.isFor(request) ? RegistryForm.TYPE.toString() : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** One line each; a failure of ours is told by who knows its stack. Of the request only what is ours: no id, no text of it. */
    private static void note(Refusal refusal, HttpServletRequest request) {
        if (refusal.status() == 503) {
            LOG.warn("{} answered 503 {}, trace {}", operation(request), refusal.code(), traceOf(request));
        } else if (refusal.status() < 500) {
            LOG.info(
                    "{} refused with {} {}, trace {}",
                    operation(request),
                    refusal.status(),
                    refusal.code(),
                    traceOf(request));
        }
    }

    /** Method and path as the API describes them, such as {@code GET /v1/customers/{id}}. */
    static String operation(HttpServletRequest request) {
        var method = HttpMethod.valueOf(request.getMethod());
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return (METHODS.contains(method) ? method.name() : "A method unknown")
                + (pattern == null ? " at the door" : " " + pattern);
    }

    private static Object body(Refusal refusal, HttpServletRequest request) {
        return RegistryForm.isFor(request)
                ? RegistryForm.body(refusal.status(), refusal.reason(), Objects.requireNonNullElse(refusal.hint(), ""))
                : problem(refusal, request);
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
