package io.fairlead.document;

import io.fairlead.billing.event.PayableRounding;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a document asks to pay: its gross and its rounding to coins (BT-114, BT-115), in its currency, of scale 4. */
public final class PayableAmounts {

    /** A gross and its rounding. */
    public static BigDecimal of(BigDecimal gross, @Nullable PayableRounding rounding) {
        return gross.add(rounding(rounding));
    }

    /** What is added to the gross; 0 where nothing is rounded. */
    public static BigDecimal rounding(@Nullable PayableRounding rounding) {
        return rounding == null ? BigDecimal.ZERO.setScale(4) : rounding.getAmount();
    }

    private PayableAmounts() {}
}
