package io.fairlead.app.web.roles;

import io.fairlead.access.Caller;
import io.fairlead.access.Operation;
import io.fairlead.access.Permission;
import io.fairlead.access.Role;
import io.fairlead.app.web.Headers;
import io.fairlead.operation.BreakGlass;
import io.fairlead.operation.BreakGlassId;
import io.fairlead.operation.UseBreakGlass;
import io.fairlead.schema.Sha256;
import io.fairlead.shared.StreamHistory;
import io.fairlead.store.axon.CommandContext;
import io.fairlead.store.axon.CommandDoor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in by a role that was given for some hours, where no role of the provider's is enough. Each use stands in the log
 * before the operation is begun, so that none is without it.
 */
@Component
class BreakGlassDoor {

    private static final int REQUEST_MAX = 400;

    private final StreamHistory history;
    private final CommandDoor commands;
    private final InstantSource clock;

    BreakGlassDoor(StreamHistory history, CommandDoor commands, InstantSource clock) {
        this.history = history;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * What a given role makes possible, conflicts included; noted when it is used. The companies stay those of the provider.
     *
     * @return empty when no given role is one that the operation needs
     */
    Optional<Permission> permission(
            Operation operation, Caller caller, HttpServletRequest request, HttpServletResponse response) {
        var claims = Set.copyOf(operation.claims());
        var now = clock.instant();
        return BreakGlass.holding(history, caller.actor(), claims, now).map(grant -> {
            var helped = caller.with(Role.ofClaim(grant.getRole()).orElseThrow());
            var permission = Permission.of(operation, helped.roles());
            if (permission instanceof Permission.Granted) {
                note(caller.actor(), claims, request, correlation(response), now);
                helped.keepIn(request);
            }
            return permission;
        });
    }

    private void note(String actor, Set<String> claims, HttpServletRequest request, String correlation, Instant now) {
        var told = request.getMethod() + " " + request.getRequestURI();
        var use = new UseBreakGlass(
                BreakGlassId.FIRM,
                actor,
                claims,
                told.length() > REQUEST_MAX ? told.substring(0, REQUEST_MAX) : told,
                correlation,
                now);
        var key = UUID.randomUUID().toString();
        var hash = Sha256.hex(told.getBytes(StandardCharsets.UTF_8));
        var _ = commands.dispatch(use, new CommandContext(actor, key, hash, actor, correlation, correlation));
    }

    private static String correlation(HttpServletResponse response) {
        var known = response.getHeader(Headers.CORRELATION);
        return known == null ? UUID.randomUUID().toString() : known;
    }
}
