package io.fairlead.app.web;

import io.fairlead.guard.RequestGuard;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts {@link RequestGuard} before all paths of the application, and its headers on all answers. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class GuardFilter extends OncePerRequestFilter {

    private final Problems problems;

    GuardFilter(Problems problems) {
        this.problems = problems;
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
        var refusal = RequestGuard.refusal(face);
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
