package io.fairlead.shared;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Comparison of amounts by what they are worth: 1.5 is 1.5000. For rules that ask whether anything changes. */
public final class Amounts {

    /** Whether both are missing, or both are there and worth the same. */
    public static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == null && other == null : one.compareTo(other) == 0;
    }

    private Amounts() {}
}
