package io.fairlead.app.web;

import io.fairlead.access.Caller;
import io.fairlead.guard.BodyDoor;
import io.fairlead.guard.BodyRefused;
import io.fairlead.guard.BufferedBody;
import io.fairlead.schema.Sha256;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads actor, key, correlation and body of each request to {@code /v1}, and settles the types of body and answer, before
 * anything else looks at it: what is refused is never carried out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
public class CallFilter extends OncePerRequestFilter {

    static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
    static final String IMPORTS = "/v1/imports/";
    static final String CALL = CallFilter.class.getName() + ".call";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
    private static final Pattern ACTOR = Pattern.compile("[A-Za-z0-9._@-]{1,100}");
    private static final Pattern DRY_RUN = Pattern.compile("true|false");
    private static final Pattern CORRELATION = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private static final int SMALL_BODIES_BYTES_MAX = 16 * 1024 * 1024;
    private static final int LARGE_BODIES_BYTES_MAX = 48 * 1024 * 1024;

    private final Problems problems;
    private final BodyDoor bodies = new BodyDoor(BODY_BYTES_MAX, SMALL_BODIES_BYTES_MAX, LARGE_BODIES_BYTES_MAX);
    private final ImportDoor imports = new ImportDoor();

    CallFilter(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            if (!request.getRequestURI().startsWith("/v1/")) {
                if (Caller.of(request).isEmpty()) {
                    Caller.local(Caller.LOCAL).keepIn(request);
                }
                chain.doFilter(request, response);
                return;
            }
            var correlation = field(
                    request, Headers.CORRELATION, CORRELATION, UUID.randomUUID().toString());
            response.setHeader(Headers.CORRELATION, correlation);
            var actor = caller(request).actor();
            if (READING.contains(request.getMethod())) {
                chain.doFilter(request, response);
                return;
            }
            BodyTypes.requireJson(request);
            var key = field(request, Headers.KEY, KEY, UUID.randomUUID().toString());
            response.setHeader(Headers.KEY, key);
            if (request.getRequestURI().startsWith(IMPORTS)) {
                // Files are streamed to disk as multipart parts; what they hold is keyed row by row.
                request.setAttribute(CALL, call(request, actor, key, new byte[0], correlation));
                imports.pass(request, response, chain);
                return;
            }
            requireUncompressed(request);
            try (var body = bodies.read(request)) {
                request.setAttribute(CALL, call(request, actor, key, body.bytes(), correlation));
                chain.doFilter(new BufferedBody(request, body.bytes()), response);
            }
        } catch (BodyRefused refused) {
            response.setHeader("Connection", "close"); // The rest of the body is of no use to anybody.
            problems.write(refusal(refused), request, response);
        } catch (Refused refused) {
            problems.write(refused.refusal(), request, response);
        }
    }

    /** Who was recognised by a token, else who the request says; the latter is believed on loopback alone. */
    private static Caller caller(HttpServletRequest request) {
        return Caller.of(request).orElseGet(() -> {
            // Folded, so that nobody approves his own work in capitals.
            var local = Caller.local(
                    field(request, Headers.ACTOR, ACTOR, Caller.LOCAL).toLowerCase(Locale.ROOT));
            local.keepIn(request);
            return local;
        });
    }

    private static Call call(HttpServletRequest request, String actor, String key, byte[] body, String correlation) {
        boolean isDryRun = field(request, Headers.DRY_RUN, DRY_RUN, "false").equals("true");
        var ifMatch = request.getHeader(Preconditions.IF_MATCH);
        return new Call(actor, key, hash(request, body), correlation, ifMatch, isDryRun);
    }

    private static String field(HttpServletRequest request, String name, Pattern form, String fallback) {
        var value = request.getHeader(name);
        if (value == null) {
            return fallback;
        }
        if (!form.matcher(value).matches()) {
            throw new Refused(new Refusal(
                    400,
                    name.equals(Headers.KEY) ? "IDEMPOTENCY_KEY_INVALID" : "HEADER_INVALID",
                    name,
                    "header " + name + " has characters or a length that it must not have",
                    "it must match " + form.pattern()));
        }
        return value;
    }

    private static void requireUncompressed(HttpServletRequest request) {
        var encoding = request.getHeader("Content-Encoding");
        if (encoding != null && !encoding.equals("identity")) {
            throw new Refused(new Refusal(
                    415, "ENCODING_UNSUPPORTED", "Content-Encoding", "the body is compressed", "send it as it is"));
        }
    }

    private static Refusal refusal(BodyRefused refused) {
        var told = refused.refusal();
        var remedy = told.status() == 413
                ? "send it in parts, for example in batches of " + CommandResponder.BATCH_MAX
                : told.remedy();
        return new Refusal(told.status(), told.code(), told.field(), told.reason(), remedy);
    }

    private static String hash(HttpServletRequest request, byte[] body) {
        return Sha256.hex(
                (request.getMethod() + " " + request.getRequestURI() + "\n").getBytes(StandardCharsets.UTF_8), body);
    }
}
