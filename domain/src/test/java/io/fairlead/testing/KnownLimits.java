package io.fairlead.testing;

import io.fairlead.funding.LimitedLines;
import io.fairlead.funding.LimitsLookup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    public LimitedLines limited(String contractId) {
        return limited ? new LimitedLines(true, Set.of()) : LimitedLines.NONE;
    }

    @Override
    public Optional<Agreed> agreed(String contractId) {
        return Optional.ofNullable(terms);
    }

    @Override
    public Unbilled unbilled(String contractId) {
        return new Unbilled(terms == null ? List.of() : terms.limits(), work);
    }
}
