package io.fairlead.billing.view;

import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.projection.ReadableText;
import org.jspecify.annotations.Nullable;

/** Who took delivered units, as the customer's document says. */
final class WhoTook {

    /** From the text of its own or, of events before 2026-11-29, from the plain field; null when it is encrypted. */
    static @Nullable String units(UnitsDelivered event) {
        return ReadableText.of(event.getAcceptedByText(), event.getAcceptedBy());
    }

    private WhoTook() {}
}
