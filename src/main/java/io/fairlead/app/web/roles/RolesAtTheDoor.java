package io.fairlead.app.web.roles;

import io.fairlead.access.Caller;
import io.fairlead.access.Operation;
import io.fairlead.access.Permission;
import io.fairlead.access.Permission.Granted;
import io.fairlead.access.Permission.RoleMissing;
import io.fairlead.access.Permission.RolesInConflict;
import io.fairlead.access.Role;
import io.fairlead.app.web.Problems;
import io.fairlead.app.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Lets nobody come to an operation who has no role for it, before anything else of it is looked at. Names that this machine
 * believes without a provider have all roles and no conflict.
 */
final class RolesAtTheDoor implements HandlerInterceptor {

    private final OperationTable table;
    private final Problems problems;
    private final Supplier<BreakGlassDoor> breakGlass;

    /** @param breakGlass asked for when somebody has no role of the row, which is seldom */
    RolesAtTheDoor(OperationTable table, Problems problems, Supplier<BreakGlassDoor> breakGlass) {
        this.table = table;
        this.problems = problems;
        this.breakGlass = breakGlass;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod)) {
            return true; // Nothing stands there.
        }
        var pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (pattern.equals(MappedOperations.ERRORS) || request.getMethod().equals("OPTIONS")) {
            return true;
        }
        var caller = Caller.of(request);
        if (caller.isPresent() && caller.get().isLocal()) {
            return true;
        }
        var operation = table.find(request.getMethod(), pattern)
                .orElseThrow(() -> new IllegalStateException("no row for " + request.getMethod() + " " + pattern));
        var permission = Permission.of(operation, caller.map(Caller::roles).orElse(Set.<Role>of()));
        if (permission instanceof RoleMissing && caller.isPresent()) {
            permission = breakGlass
                    .get()
                    .permission(operation, caller.get(), request, response)
                    .orElse(permission);
        }
        var refusal =
                switch (permission) {
                    case Granted _ -> null;
                    case RoleMissing missing -> missing(missing.operation());
                    case RolesInConflict conflict -> conflict(conflict);
                };
        if (refusal == null) {
            return true;
        }
        problems.write(refusal, request, response);
        return false;
    }

    private static Refusal missing(Operation operation) {
        return new Refusal(
                403,
                "ROLE_MISSING",
                null,
                operation.name() + " needs another role than the caller has",
                "one of these may: " + String.join(", ", operation.claims())
                        + "; roles are granted at the identity provider");
    }

    private static Refusal conflict(RolesInConflict refused) {
        var conflict = refused.conflict();
        return new Refusal(
                403,
                "ROLES_CONFLICT",
                null,
                "the caller is " + conflict.first().claim() + " as well as "
                        + conflict.second().claim() + ": " + conflict.reason(),
                "let somebody do it who has one of them alone, or have one taken away at the identity provider");
    }
}
