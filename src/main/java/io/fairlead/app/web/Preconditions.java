package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code If-Match} where no single thing is changed: there is no entity tag that it could name, and whoever
 * sends it must not believe that it was looked at. An operation changes one thing when it answers with {@link
 * Accepted}.
 */
final class Preconditions implements HandlerInterceptor {

    static final String IF_MATCH = "If-Match";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getHeader(IF_MATCH) != null
                && !READING.contains(request.getMethod())
                && handler instanceof HandlerMethod method
                && !areTakenBy(method)) {
            throw new Refused(new Refusal(
                    400,
                    "HEADER_INVALID",
                    IF_MATCH,
                    "this operation does not change one single thing, so there is no entity tag to compare",
                    "leave the header out"));
        }
        return true;
    }

    static boolean areTakenBy(HandlerMethod method) {
        var answer = ResolvableType.forMethodReturnType(method.getMethod());
        return answer.resolve() == Accepted.class || answer.getGeneric(0).resolve() == Accepted.class;
    }
}
