package io.fairlead.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of who may do what: every operation of HTTP, once. Read by the doors, the API's description and the docs. */
public final class Operations {

    private static final List<Operation> ALL = Stream.of(
                    WorkOperations.rows(),
                    ContractOperations.rows(),
                    MasterDataOperations.rows(),
                    BillingOperations.rows(),
                    CashOperations.rows(),
                    FigureOperations.rows(),
                    OperatingOperations.rows())
            .map(Rows::all)
            .flatMap(List::stream)
            .sorted(Operation.ORDER)
            .toList();

    private static final Map<String, Operation> BY_NAME =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Operation::name, Function.identity()));

    /** By path and method. */
    public static List<Operation> all() {
        return ALL;
    }

    /**
     * The row of an operation.
     *
     * @param method a HEAD is asked for as the GET that it stands for
     */
    public static Optional<Operation> find(String method, String path) {
        return Optional.ofNullable(BY_NAME.get((method.equals("HEAD") ? "GET" : method) + " " + path));
    }

    private Operations() {}
}
