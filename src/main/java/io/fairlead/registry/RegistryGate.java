package io.fairlead.registry;

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

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> TYPES = Set.of(RegistryMedia.V1, RegistryMedia.ANY_VERSION, RegistryMedia.JSON);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (READING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        if (request.getContentLengthLong() > BODY_BYTES_MAX) {
            refuse(response, 413, "The body is larger than " + BODY_BYTES_MAX + " bytes");
            return;
        }
        var body = request.getInputStream().readNBytes(BODY_BYTES_MAX + 1);
        if (body.length > BODY_BYTES_MAX) {
            refuse(response, 413, "The body is larger than " + BODY_BYTES_MAX + " bytes");
        } else if (!isTaken(request.getContentType(), body.length)) {
            refuse(response, 415, "HTTP 415 Unsupported Media Type: send " + RegistryMedia.V1);
        } else {
            chain.doFilter(new BufferedBody(request, body), response);
        }
    }

    private static boolean isTaken(@Nullable String type, int length) {
        return type == null
                ? length == 0
                : TYPES.contains(type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT));
    }

    private static void refuse(HttpServletResponse response, int status, String message) throws IOException {
        response.setStatus(status);
        response.setContentType(RegistryMedia.V1);
        response.getOutputStream().print("{\"error_code\":" + status + ",\"message\":\"" + message + "\"}");
    }
}
