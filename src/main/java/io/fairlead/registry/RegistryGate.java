package io.fairlead.registry;

import io.fairlead.guard.BodyDoor;
import io.fairlead.guard.BodyRefused;
import io.fairlead.guard.BufferedBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** Bodies that the registry takes: JSON by their type, which no form of a web page can send, and of a bounded size. */
final class RegistryGate extends OncePerRequestFilter {

    static final int BODY_BYTES_MAX = 4 * 1024 * 1024;

    private static final int SMALL_BODIES_BYTES_MAX = 2 * 1024 * 1024;
    private static final int LARGE_BODIES_BYTES_MAX = 8 * 1024 * 1024;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> TYPES = Set.of(RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON);

    private final BodyDoor bodies = new BodyDoor(BODY_BYTES_MAX, SMALL_BODIES_BYTES_MAX, LARGE_BODIES_BYTES_MAX);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (!isTaken(request.getContentType(), mayHaveBody(request))) {
            refuse(response, 415, "HTTP 415 Unsupported Media Type: send " + RegistryMedia.V1);
            return;
        }
        try (var body = bodies.read(request)) {
            chain.doFilter(new BufferedBody(request, body.bytes()), response);
        } catch (BodyRefused refused) {
            var told = refused.refusal();
            response.setHeader("Connection", "close"); // The rest of the body is of no use to anybody.
            if (told.status() == 503) {
                response.setHeader("Retry-After", "1");
            }
            refuse(response, told.status(), told.reason() + ": " + told.remedy());
        }
    }

    private static boolean mayHaveBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isTaken(@Nullable String type, boolean mayHaveBody) {
        return type == null
                ? !mayHaveBody
                : TYPES.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(RegistryMedia.V1);
        response.getOutputStream().print("{\"error_code\":" + status + ",\"message\":\"" + message + "\"}");
    }
}
