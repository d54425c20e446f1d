package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.ExchangeRate;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Fix what unbilled time is worth before a draft takes it: at the invoice date's exchange rate (R13), or as its share of the
 * line that the draft sums up (R2). Its row of the rate card stays.
 *
 * @param timeEntryId its key
 * @param version which was priced; another one is passed over
 * @param fx of the invoice date; null keeps the one it has, if any
 * @param share of the line, at most a smallest unit of the currency from its own amount; null means worked out by itself
 * @param reason why
 */
public record FixTimeAmount(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        int version,
        @Nullable ExchangeRate fx,
        @Nullable BigDecimal share,
        String reason) {

    public FixTimeAmount {
        share = share == null ? null : Check.notNegative("share", share);
        Check.text("reason", reason, 400);
    }
}
