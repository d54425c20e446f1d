package io.fairlead.billing.credit;

import io.fairlead.shared.Check;
import io.fairlead.shared.Disposition;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What to credit of one line of an invoice: all that is left, or so much time, or so much money.
 *
 * @param lineNo line of the invoice
 * @param seconds time to credit, >= 1; null with amount null means all that is left
 * @param amount net to credit, above 0, also of a line below 0, which a retainer paid; null means by time or all
 * @param disposition what becomes of it
 */
public record CreditRequest(
        int lineNo, @Nullable Integer seconds, @Nullable BigDecimal amount, Disposition disposition) {

    public CreditRequest {
        Check.range("lineNo", lineNo, 1, Integer.MAX_VALUE);
        if (seconds != null) {
            Check.range("seconds", seconds, 1, Integer.MAX_VALUE);
        }
        if (amount != null) {
            amount = Check.positive("amount", amount);
        }
    }

    /** One way for each request, however its amount is spelled. */
    String written() {
        return lineNo + " " + seconds + " " + (amount == null ? null : amount.stripTrailingZeros()) + " " + disposition;
    }

    /** All that is left of the line. */
    public static CreditRequest rest(int lineNo, Disposition disposition) {
        return new CreditRequest(lineNo, null, null, disposition);
    }
}
