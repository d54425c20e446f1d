package io.fairlead.billing.cash;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say how a company treats money that comes in, from a day on.
 *
 * @param policyId of the company
 * @param legalEntityId the company
 * @param from first day
 * @param application OLDEST_FIRST or NONE: where money goes that names no invoice
 * @param smallRest what is written off of a rest, > 0; null means nothing
 * @param currency of smallRest
 * @param discountRate part of an invoice, above 0 and below 1, with at most 6 decimals; null means no cash discount
 * @param discountDays after the issue date, 0..366
 * @param badDebtTax KEPT or LOWERED
 * @param setBy issuer|subject
 */
public record SetReceivablePolicy(
        @TargetAggregateIdentifier ReceivablePolicyId policyId,
        LegalEntityId legalEntityId,
        @Foreseen LocalDate from,
        String application,
        @Nullable BigDecimal smallRest,
        @Nullable String currency,
        @Nullable BigDecimal discountRate,
        @Nullable Integer discountDays,
        String badDebtTax,
        String setBy) {

    private static final int RATE_SCALE = 6;
    private static final int DAYS_MAX = 366;

    public SetReceivablePolicy {
        Check.day("from", from);
        Check.oneOf("application", application, Set.of("OLDEST_FIRST", "NONE"));
        Check.oneOf("badDebtTax", badDebtTax, Set.of("KEPT", "LOWERED"));
        Check.actor("setBy", setBy);
        if (smallRest != null) {
            smallRest = Check.payable(
                    "smallRest", Check.positive("smallRest", smallRest), Check.currency("currency", currency));
        } else if (currency != null) {
            throw refused("currency", "stands without smallRest");
        }
        if ((discountRate == null) != (discountDays == null)) {
            throw refused("discountDays", "and discountRate stand together");
        }
        if (discountRate != null) {
            if (discountRate.signum() <= 0
                    || discountRate.compareTo(BigDecimal.ONE) >= 0
                    || discountRate.stripTrailingZeros().scale() > RATE_SCALE) {
                throw refused("discountRate", "is not between 0 and 1 with at most 6 decimals");
            }
            discountRate = discountRate.setScale(RATE_SCALE);
        }
        if (discountDays != null) {
            Check.range("discountDays", discountDays, 0, DAYS_MAX);
        }
    }

    private static RuleViolated refused(String field, String reason) {
        return new RuleViolated("G-02", field, field + " " + reason, "give both, or neither, within their range");
    }
}
