package io.fairlead.app.company;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.projection.BoundReads;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds a request to the companies of its caller; comes after the filters that recognise him. Whom nobody recognised acts for none
 * at {@code /v1}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 200)
class CompanyFilter extends OncePerRequestFilter {

    /** As {@code StreamKey} has them; no other key stands for a company. */
    private static final String KEY = "[A-Za-z0-9._-]{1,64}";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var companies = Caller.of(request).map(Caller::companies).orElse(Companies.NONE);
        if (companies.isAll() || !request.getRequestURI().startsWith("/v1/")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            var _ = BoundReads.within(ids(companies), () -> {
                chain.doFilter(request, response);
                return companies;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Set<String> ids(Companies companies) {
        return companies.keys().stream()
                .filter(key -> key.matches(KEY))
                .map(key -> "legal-entity:" + key)
                .collect(Collectors.toUnmodifiableSet());
    }
}
