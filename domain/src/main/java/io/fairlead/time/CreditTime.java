package io.fairlead.time;

import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import io.fairlead.shared.Happened;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Note that billed time was credited. One part per credit note, portion and disposition.
 *
 * @param timeEntryId its key
 * @param creditNoteId the issued credit note, credit-note:<uuid>
 * @param portionNo billed portion of the entry
 * @param seconds credited, >= 0
 * @param amount credited net, >= 0, in the currency of the entry
 * @param disposition what becomes of the time
 * @param issueDate of the credit note
 */
public record CreditTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId,
        String creditNoteId,
        int portionNo,
        int seconds,
        BigDecimal amount,
        Disposition disposition,
        @Happened LocalDate issueDate) {

    public CreditTime {
        Check.text("creditNoteId", creditNoteId, 80);
        Check.range("seconds", seconds, 0, TimeRules.SECONDS_MAX);
        amount = Check.notNegative("amount", amount);
        Check.day("issueDate", issueDate);
    }
}
