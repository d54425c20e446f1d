package io.fairlead.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses {@code If-Match} that names no tag, and where no single thing is changed: there is no entity tag that it could name,
 * and whoever sends it must not believe that it was looked at. An operation changes one thing when it answers with
 * {@link Accepted}.
 */
final class Preconditions implements HandlerInterceptor {

    static final String IF_MATCH = "If-Match";

    /** RFC 9110, 13.1.1; a weak tag never matches, which is told as a change. */
    private static final Pattern FORM = Pattern.compile("\\s*([*]|(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*+)\\s*");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = request.getHeader(IF_MATCH);
        if (wanted == null || READING.contains(request.getMethod()) || !(handler instanceof HandlerMethod method)) {
            return true;
        }
        if (!areTakenBy(method)) {
            throw refused(
                    "this operation does not change one single thing, so there is no entity tag to compare",
                    "leave the header out");
        }
        if (!FORM.matcher(wanted).matches()) {
            throw refused(
                    "the header names no entity tag", "send the ETag of the answer with its quotation marks, or *");
        }
        return true;
    }

    private static Refused refused(String reason, String remedy) {
        return new Refused(new Refusal(400, "HEADER_INVALID", IF_MATCH, reason, remedy));
    }

    static boolean areTakenBy(HandlerMethod method) {
        var answer = ResolvableType.forMethodReturnType(method.getMethod());
        return answer.resolve() == Accepted.class || answer.getGeneric(0).resolve() == Accepted.class;
    }
}
