package io.fairlead.time.api;

import io.fairlead.billing.pricing.RateLookup;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.shared.StreamHistory;
import io.fairlead.time.MoveTime;
import io.fairlead.time.api.MovePreview.Price;
import io.fairlead.time.event.TimeApproved;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What approved time would be worth where it goes, by the rule that prices it there. */
@Component
class MovedPrice {

    private final RateLookup rates;
    private final StreamHistory history;

    MovedPrice(RateLookup rates, StreamHistory history) {
        this.rates = rates;
        this.history = history;
    }

    /** @param seconds that would move */
    Optional<Price> of(MoveTime command, int seconds) {
        return history.last(command.timeEntryId().value(), TimeApproved.class)
                .map(here -> of(there(here, command, seconds)));
    }

    private Price of(TimeApproved there) {
        return switch (rates.onDayOf(there)) {
            case RateFound found -> {
                int billed = found.billed().of(there.getSeconds());
                var amount = found.row().rate().times(billed);
                yield new Price(
                        found.row().rate().printed(),
                        found.level().name(),
                        amount.getAmount(),
                        amount.getCurrencyUnit().getCode(),
                        null,
                        null);
            }
            case RateMissing missing -> new Price(null, null, null, null, missing.code(), missing.sentence());
            case NotBilledByTime() ->
                new Price(null, null, null, null, "NOT_BILLED_BY_TIME", "Nothing there is billed by this time.");
        };
    }

    private static TimeApproved there(TimeApproved here, MoveTime command, int seconds) {
        var to = command.target();
        return TimeApproved.newBuilder(here)
                .setTimeEntryId(command.movedTo().value())
                .setProjectId(to.projectId().value())
                .setContractId(to.contractId().value())
                .setCustomerId(to.customerId().value())
                .setLegalEntityId(to.legalEntityId().value())
                .setLineNo(to.lineNo())
                .setTimeClass(command.timeClass())
                .setWorkDate(command.workDate())
                .setSeconds(seconds)
                .build();
    }
}
