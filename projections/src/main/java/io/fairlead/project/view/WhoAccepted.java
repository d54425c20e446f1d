package io.fairlead.project.view;

import io.fairlead.project.event.MilestoneAccepted;
import io.fairlead.projection.ReadableText;
import org.jspecify.annotations.Nullable;

/** Who accepted a result, as the customer's document says. */
final class WhoAccepted {

    /** From the text of its own or, of events before 2026-11-29, from the plain field; null when it is encrypted. */
    static @Nullable String result(MilestoneAccepted event) {
        return ReadableText.of(event.getAcceptedByText(), event.getAcceptedBy());
    }

    private WhoAccepted() {}
}
