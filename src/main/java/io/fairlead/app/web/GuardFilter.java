package io.fairlead.app.web;

import io.fairlead.access.Doorway;
import io.fairlead.guard.GuardRefusal;
import io.fairlead.guard.RequestGuard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link RequestGuard} before all paths of the application, and its headers on all answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class GuardFilter extends OncePerRequestFilter {

    private static final GuardRefusal PROXY_ONLY = new GuardRefusal(
            403, "PROXY_ONLY", null, "only the proxy connects here without TLS", "connect to the proxy");

    private final Problems problems;
    private final Doorway doorway;

    GuardFilter(Problems problems, ObjectProvider<Doorway> doorway) {
        this.problems = problems;
        this.doorway = doorway.getIfAvailable(() -> Doorway.LOOPBACK);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        RequestGuard.ANSWER_HEADERS.forEach(response::setHeader);
        var face = new RequestGuard.Face(
                request.getMethod(),
                request.getRequestURI(),
                request.getQueryString(),
                name -> Collections.list(request.getHeaders(name)));
        var refusal = doorway.admits(request.getLocalPort(), request.getRemoteAddr())
                ? RequestGuard.refusal(face, doorway.hosts())
                : Optional.of(PROXY_ONLY);
        if (refusal.isPresent()) {
            var told = refusal.get();
            problems.write(
                    new Refusal(told.status(), told.code(), told.field(), told.reason(), told.remedy()),
                    request,
                    response);
            return;
        }
        chain.doFilter(request, response);
    }
}
