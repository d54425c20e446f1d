package io.fairlead.revenue;

import io.fairlead.shared.Check;
import io.fairlead.shared.Foreseen;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Change the terms of a promise, and what it has earned as the treatment demands (R6).
 *
 * @param obligationId its key
 * @param modificationId key of the change, unique in the obligation
 * @param treatment PROSPECTIVE or CATCH_UP; SEPARATE is an obligation of its own
 * @param decidedBy who decided the treatment, issuer|subject
 * @param reason why
 * @param price from now on, >= 0; null means unquantified
 * @param termTo first day after the term from now on; null means open
 * @param effectiveOn day from which it holds
 * @param accountingDate day the catch-up counts for
 * @param inputs what revenue to date is worked out from
 */
public record ModifyObligation(
        @TargetAggregateIdentifier ObligationId obligationId,
        String modificationId,
        Treatment treatment,
        String decidedBy,
        String reason,
        @Nullable BigDecimal price,
        @Foreseen @Nullable LocalDate termTo,
        @Foreseen LocalDate effectiveOn,
        @Happened LocalDate accountingDate,
        RevenueInputs inputs) {

    public ModifyObligation {
        Check.text("modificationId", modificationId, 200);
        Check.actor("decidedBy", decidedBy);
        Check.text("reason", reason, 400);
        price = price == null ? null : Check.notNegative("price", price);
        Check.day("effectiveOn", effectiveOn);
        Check.day("accountingDate", accountingDate);
    }
}
