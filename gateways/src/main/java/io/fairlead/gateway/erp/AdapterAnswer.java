package io.fairlead.gateway.erp;

import java.util.function.Function;

/** What an adapter answers: a value, or the failure that stands in its way. Never an exception, never null. */
public sealed interface AdapterAnswer<T> {

    /** The ERP answered, and the answer makes sense. */
    record Given<T>(T value) implements AdapterAnswer<T> {}

    /** It did not. */
    record Failed<T>(Failure failure) implements AdapterAnswer<T> {}

    static <T> AdapterAnswer<T> of(T value) {
        return new Given<>(value);
    }

    static <T> AdapterAnswer<T> failed(Failure failure) {
        return new Failed<>(failure);
    }

    /** Goes on with the value, or keeps the failure. */
    default <R> AdapterAnswer<R> then(Function<T, AdapterAnswer<R>> next) {
        return switch (this) {
            case Given<T>(var value) -> next.apply(value);
            case Failed<T>(var failure) -> new Failed<>(failure);
        };
    }
}
