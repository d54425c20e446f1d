package io.fairlead.billing.pricing;

import io.fairlead.contract.event.RateEnded;
import io.fairlead.contract.event.RateSet;
import io.fairlead.shared.StreamHistory;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** From when on days may have another price once the end of a row moves. */
final class RateEnds {

    /** An end may be moved either way: of all days since the earliest that the row ever had, some may have another price. */
    static LocalDate first(RateEnded event, StreamHistory history) {
        var agreed = history.all(event.getRateCardId(), RateSet.class).stream()
                .filter(row -> row.getRateId().equals(event.getRateId()))
                .map(RateSet::getTo)
                .filter(Objects::nonNull);
        var moved = history.all(event.getRateCardId(), RateEnded.class).stream()
                .filter(ended -> ended.getRateId().equals(event.getRateId()))
                .map(RateEnded::getTo);
        return Stream.concat(agreed, moved).min(Comparator.naturalOrder()).orElse(event.getTo());
    }

    private RateEnds() {}
}
