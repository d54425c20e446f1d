package io.fairlead.app.web.identity;

import io.fairlead.access.Caller;
import io.fairlead.access.Identity;
import io.fairlead.access.MachineLogins;
import io.fairlead.access.ProviderAway;
import io.fairlead.access.TokenRefused;
import io.fairlead.app.web.Headers;
import io.fairlead.app.web.Problems;
import io.fairlead.app.web.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks everybody for a token, at every path but those by which a supervisor sees that the server lives. It stands behind
 * the guard, so paths and headers have one spelling, and before whatever reads a body.
 */
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
final class TokenFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN =
            Set.of("/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness");
    private static final Pattern CREDENTIALS = Pattern.compile("([A-Za-z]{1,20}) +([A-Za-z0-9._~+/-]+=*)");
    private static final int CREDENTIALS_MAX = 16 * 1024;

    private final Identity identity;
    private final List<MachineLogins> machines;
    private final Problems problems;

    TokenFilter(Identity identity, List<MachineLogins> machines, Problems problems) {
        this.identity = identity;
        this.machines = machines;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (OPEN.contains(request.getRequestURI())) {
            Caller.NOBODY.keepIn(request);
            chain.doFilter(request, response);
            return;
        }
        var refusal = refusal(request, response);
        if (refusal.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        problems.write(refusal.get(), request, response);
    }

    /** Why nobody comes in; empty when the caller was recognised, and is kept in the request. */
    private Optional<Refusal> refusal(HttpServletRequest request, HttpServletResponse response) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"fairlead\"");
            return refused("TOKEN_MISSING", "the request has no token", "log in: send Authorization: Bearer <token>");
        }
        if (request.getHeader(Headers.ACTOR) != null) {
            return Optional.of(new Refusal(
                    400,
                    "HEADER_INVALID",
                    Headers.ACTOR,
                    "header " + Headers.ACTOR + " stands beside a token, which says who acts",
                    "leave it out"));
        }
        try {
            callerBy(header, request.getRequestURI()).keepIn(request);
            return Optional.empty();
        } catch (TokenRefused e) {
            var reason = e.reason();
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer realm=\"fairlead\", error=\"invalid_token\", error_description=\"the token %s\""
                            .formatted(reason.text()));
            return refused("TOKEN_" + reason.name(), "the token " + reason.text(), reason.remedy());
        } catch (ProviderAway _) {
            return Optional.of(new Refusal(
                    503,
                    "PROVIDER_AWAY",
                    HttpHeaders.AUTHORIZATION,
                    "the token names a key that is not known here, and the identity provider does not answer",
                    "send it again; readiness tells since when and why"));
        }
    }

    private Caller callerBy(String header, String path) throws TokenRefused, ProviderAway {
        var parts = CREDENTIALS.matcher(header);
        if (header.length() > CREDENTIALS_MAX || !parts.matches()) {
            throw new TokenRefused(TokenRefused.Reason.MALFORMED);
        }
        var scheme = parts.group(1).toLowerCase(Locale.ROOT);
        for (var logins : machines) {
            var machine = logins.callerAt(path, scheme, parts.group(2));
            if (machine.isPresent()) {
                return machine.get();
            }
        }
        if (!scheme.equals("bearer")) {
            throw new TokenRefused(TokenRefused.Reason.MALFORMED);
        }
        return identity.tokens().callerOf(parts.group(2));
    }

    private static Optional<Refusal> refused(String code, String reason, String remedy) {
        return Optional.of(new Refusal(401, code, HttpHeaders.AUTHORIZATION, reason, remedy));
    }
}
