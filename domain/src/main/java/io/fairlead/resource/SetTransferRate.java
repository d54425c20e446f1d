package io.fairlead.resource;

import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Say what one company pays another for an hour of a person that it borrows, from a day on.
 *
 * @param transferRatesId of the employer
 * @param transferRateId row, unique within the employer
 * @param employer who lends
 * @param seller who borrows and pays
 * @param role of the person; null means every role without a row of its own
 * @param from first day
 * @param to first day outside; null means open
 * @param rate per hour, >= 0
 * @param currency ISO 4217
 * @param reason why
 */
public record SetTransferRate(
        @TargetAggregateIdentifier TransferRatesId transferRatesId,
        String transferRateId,
        LegalEntityId employer,
        LegalEntityId seller,
        @Nullable String role,
        @Foreseen LocalDate from,
        @Foreseen @Nullable LocalDate to,
        BigDecimal rate,
        String currency,
        String reason) {

    public SetTransferRate {
        Check.text("transferRateId", transferRateId, 64);
        if (employer.equals(seller)) {
            throw new RuleViolated("G-02", "seller", "a company lends nobody to itself", "name another company");
        }
        if (role != null) {
            Check.text("role", role, 64);
        }
        Check.day("from", from);
        Check.period("to", from, to);
        rate = Check.rate("rate", rate);
        Check.currency("currency", currency);
        Check.text("reason", reason, 400);
    }
}
