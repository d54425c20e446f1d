package io.fairlead.time;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Correct an entry by a difference. Sent again under another key it is another difference.
 *
 * @param timeEntryId its key
 * @param secondsDelta added to the worked time, never 0; the result is 0..86400
 * @param reason why
 * @param author who enters it, issuer|subject
 */
public record AdjustTime(
        @TargetAggregateIdentifier TimeEntryId timeEntryId, int secondsDelta, String reason, String author) {

    public AdjustTime {
        Check.range("secondsDelta", secondsDelta, -TimeRules.SECONDS_MAX, TimeRules.SECONDS_MAX);
        Check.text("reason", reason, 400);
        Check.actor("author", author);
    }
}
