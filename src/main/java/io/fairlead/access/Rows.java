package io.fairlead.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the rows of the table: the auditor reads whatever is read by role, and writes nothing. */
final class Rows {

    private final List<Operation> all = new ArrayList<>();

    Rows read(Set<Role> roles, String... paths) {
        var readers = EnumSet.of(Role.AUDITOR);
        readers.addAll(roles);
        return add("GET", Operation.Grant.BY_ROLE, readers, paths);
    }

    Rows send(Set<Role> roles, String... paths) {
        return add("POST", Operation.Grant.BY_ROLE, roles, paths);
    }

    Rows by(String method, Set<Role> roles, String... paths) {
        return add(method, Operation.Grant.BY_ROLE, roles, paths);
    }

    /** Tells callers of themselves. */
    Rows recognised(String... paths) {
        return add("GET", Operation.Grant.RECOGNISED, Set.of(), paths);
    }

    /** Tells nothing of the firm. */
    Rows open(String... paths) {
        return add("GET", Operation.Grant.PUBLIC, Set.of(), paths);
    }

    List<Operation> all() {
        return List.copyOf(all);
    }

    private Rows add(String method, Operation.Grant grant, Set<Role> roles, String... paths) {
        for (var path : paths) {
            all.add(new Operation(method, path, grant, roles));
        }
        return this;
    }
}
