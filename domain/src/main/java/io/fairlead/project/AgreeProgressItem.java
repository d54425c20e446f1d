package io.fairlead.project;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Agree a part of the work that is billed by percent complete: at a fixed price, or by planned time and its rate.
 *
 * @param projectId its project
 * @param progressItemId unique within the project
 * @param lineNo contract line that pays
 * @param name what it is
 * @param seconds planned time, 1..360,000,000; null when the price is fixed
 * @param rate price of an hour; null when the price is fixed
 * @param price of the whole, > 0; null when it follows from time and rate
 */
public record AgreeProgressItem(
        @TargetAggregateIdentifier ProjectId projectId,
        String progressItemId,
        int lineNo,
        String name,
        @Nullable Integer seconds,
        @Nullable BigDecimal rate,
        @Nullable BigDecimal price) {

    private static final int SECONDS_MAX = 360_000_000;

    public AgreeProgressItem {
        Check.text("progressItemId", progressItemId, 64);
        Check.range("lineNo", lineNo, 1, 500);
        Check.text("name", name, 400);
        boolean byTime = seconds != null && rate != null && price == null;
        boolean fixed = seconds == null && rate == null && price != null;
        if (!byTime && !fixed) {
            throw new RuleViolated(
                    "G-02",
                    "price",
                    "neither a fixed price nor time and rate are given",
                    "give price, or seconds and rate");
        }
        if (seconds != null) {
            Check.range("seconds", seconds, 1, SECONDS_MAX);
        }
        rate = rate == null ? null : Check.positive("rate", Check.rate("rate", rate));
        price = price == null ? null : Check.positive("price", price);
    }
}
