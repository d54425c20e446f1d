package io.fairlead.app.web;

import io.fairlead.access.Caller;
import io.fairlead.access.Companies;
import io.fairlead.access.Role;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands where a provider's tokens are checked: who calls is said by headers. No component, so that no scan finds it. */
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class CallerByHeader extends OncePerRequestFilter {

    /** Claims, parted by blanks; may be empty. Without it nobody is recognised. */
    public static final String ROLES = "Test-Roles";

    public static final String SUBJECT = "Test-Subject";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var roles = request.getHeader(ROLES);
        if (roles != null) {
            var held = Arrays.stream(roles.split(" "))
                    .map(Role::ofClaim)
                    .flatMap(Optional::stream)
                    .collect(Collectors.toSet());
            var subject = Optional.ofNullable(request.getHeader(SUBJECT)).orElse("4711");
            new Caller("https://id.example|" + subject, "tests", held, Companies.ALL).keepIn(request);
        }
        chain.doFilter(request, response);
    }
}
