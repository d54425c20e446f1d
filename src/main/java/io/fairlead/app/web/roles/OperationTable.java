package io.fairlead.app.web.roles;

import io.fairlead.access.Operation;
import io.fairlead.access.Operations;
import java.util.List;
import java.util.Optional;

/** The table of who may do what, and the rows of parts that are not everywhere. */
final class OperationTable {

    private final List<Operation> further;

    /** @param further rows that the table has not */
    OperationTable(List<Operation> further) {
        this.further = List.copyOf(further);
    }

    /**
     * The row of an operation.
     *
     * @param path as it is mapped, such as {@code /v1/customers/{id}}
     */
    Optional<Operation> find(String method, String path) {
        return Operations.find(method, path).or(() -> further.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst());
    }
}
