package io.fairlead.billing.cash;

import io.fairlead.shared.Check;
import io.fairlead.shared.Happened;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Note that the bank took money back: a bounced debit, a recall. Everything that it paid is open again.
 *
 * @param receiptId the money
 * @param on day it left; a day before that of the money means that of the money, since banks date returns back
 * @param reason why, at most 400 characters
 * @param sourceId the booking that says so; null when a person does
 * @param toldBy issuer|subject
 */
public record SendMoneyBack(
        @TargetAggregateIdentifier ReceiptId receiptId,
        @Happened("valueDate") LocalDate on,
        String reason,
        @Nullable String sourceId,
        String toldBy) {

    public SendMoneyBack {
        Check.day("on", on);
        Check.text("reason", reason, 400);
        Check.textOrNull("sourceId", sourceId, 200);
        Check.actor("toldBy", toldBy);
    }
}
