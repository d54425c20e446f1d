package io.fairlead.testing;

import io.fairlead.funding.LimitsLookup;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Views of one contract's limits.
 *
 * @param limited whether each of its lines is limited
 * @param terms what is agreed; null when the contract is unknown
 * @param work unbilled
 */
public record KnownLimits(boolean limited, @Nullable Agreed terms, List<Work> work) implements LimitsLookup {

    /** Of a contract of which nothing else is asked. */
    public KnownLimits(boolean limited) {
        this(limited, null, List.of());
    }

    @Override
    public boolean isLimited(String contractId, int lineNo) {
        return limited;
    }

    @Override
    public boolean isLimited(String contractId) {
        return limited;
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        return Optional.ofNullable(terms);
    }

    @Override
    public List<Work> unbilled(String contractId) {
        return work;
    }
}
