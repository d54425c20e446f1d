package io.fairlead.access;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * One thing that can be asked for over HTTP, and who may.
 *
 * @param method in capitals
 * @param path as the API describes it, such as {@code /v1/customers/{id}}
 * @param grant whom it is open to
 * @param roles any of which is enough; empty unless the grant says {@link Grant#BY_ROLE}
 */
public record Operation(String method, String path, Grant grant, Set<Role> roles) {

    /** Whom an operation is open to. */
    public enum Grant {
        BY_ROLE,
        /** Whoever was recognised, with any role or none. */
        RECOGNISED,
        /** Anybody: it tells nothing of the firm. */
        PUBLIC
    }

    static final Comparator<Operation> ORDER =
            Comparator.comparing(Operation::path).thenComparing(Operation::method);

    public Operation {
        roles = Set.copyOf(roles);
        if ((grant == Grant.BY_ROLE) == roles.isEmpty()) {
            throw new IllegalArgumentException(method + " " + path + " is open to " + grant + " with roles " + roles);
        }
    }

    /** Method and path. */
    public String name() {
        return method + " " + path;
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    /** Whether one who has these roles may; nobody in particular is asked for. */
    public boolean isOpenTo(Set<Role> held) {
        return grant != Grant.BY_ROLE || held.stream().anyMatch(roles::contains);
    }

    /** The roles as tokens name them, in the order of {@link Role}; {@code *} where none is needed. */
    public List<String> claims() {
        return grant == Grant.BY_ROLE
                ? EnumSet.copyOf(roles).stream().map(Role::claim).toList()
                : List.of("*");
    }
}
