package io.fairlead.access;

import io.fairlead.access.RoleConflicts.Conflict;
import java.util.EnumSet;
import java.util.Set;

/** Whether somebody may ask for an operation. */
public sealed interface Permission {

    /** They may. */
    record Granted() implements Permission {}

    /** None of their roles is one of those that the operation needs. */
    record RoleMissing(Operation operation) implements Permission {}

    /** One of their roles would be enough, if it did not give way to another of theirs. */
    record RolesInConflict(Operation operation, Conflict conflict) implements Permission {}

    /** By the table and the list of conflicts; what is only read knows no conflict. */
    static Permission of(Operation operation, Set<Role> roles) {
        if (!operation.isOpenTo(roles)) {
            return new RoleMissing(operation);
        }
        if (operation.grant() != Operation.Grant.BY_ROLE || operation.isRead()) {
            return new Granted();
        }
        var enough = EnumSet.copyOf(operation.roles());
        enough.retainAll(roles);
        var refusing = RoleConflicts.refusing(roles);
        refusing.forEach(conflict -> enough.remove(conflict.second()));
        if (!enough.isEmpty()) {
            return new Granted();
        }
        return refusing.stream()
                .filter(conflict -> operation.roles().contains(conflict.second()))
                .findFirst()
                .<Permission>map(conflict -> new RolesInConflict(operation, conflict))
                .orElseThrow();
    }
}
