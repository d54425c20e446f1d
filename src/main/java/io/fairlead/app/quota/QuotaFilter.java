package io.fairlead.app.quota;

import io.fairlead.access.Caller;
import io.fairlead.app.web.Problems;
import io.fairlead.app.web.Refused;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts each call once it is known who calls, and before its body is read. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 95)
public class QuotaFilter extends OncePerRequestFilter {

    /** Whoever is on this machine, while there is no identity provider. */
    private static final Caller HERE = Caller.local(Caller.LOCAL);

    private final Quotas quotas;
    private final Problems problems;

    QuotaFilter(Quotas quotas, Problems problems) {
        this.quotas = quotas;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return quotas == Quotas.NONE || !path.startsWith("/v1/") && !path.startsWith("/registry/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var spending = new Spending(quotas, Caller.of(request).orElse(HERE), response);
        try {
            spending.take(1);
        } catch (Refused refused) {
            problems.write(refused.refusal(), request, response);
            return;
        }
        spending.keepIn(request);
        chain.doFilter(request, response);
    }
}
