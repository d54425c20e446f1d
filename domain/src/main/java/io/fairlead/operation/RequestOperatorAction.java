package io.fairlead.operation;

import io.fairlead.shared.Check;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Have Fairlead repair, repeat or check something.
 *
 * @param operatorActionId of the kind of action
 * @param action what
 * @param subject what it is about; null means all
 * @param reason why; null when none is asked for
 * @param requestedBy issuer|subject
 */
public record RequestOperatorAction(
        @TargetAggregateIdentifier OperatorActionId operatorActionId,
        Action action,
        @Nullable String subject,
        @Nullable String reason,
        String requestedBy) {

    private static final int TEXT_MAX = 500;

    /** What operators have Fairlead do. */
    public enum Action {
        DELIVERY_RETRY("delivery"),
        PARKED_DISCARD("parked"),
        PARKED_RETRY("parked"),
        REBUILD("rebuild"),
        REBUILD_COMPARISON("rebuild"),
        REBUILD_ROLLBACK("rebuild"),
        VERIFICATION("verification");

        private final OperatorActionId stream;

        Action(String key) {
            this.stream = OperatorActionId.of(key);
        }
    }

    public RequestOperatorAction {
        Check.textOrNull("subject", subject, TEXT_MAX);
        Check.textOrNull("reason", reason, TEXT_MAX);
        Check.actor("requestedBy", requestedBy);
    }

    public static RequestOperatorAction of(
            Action action, @Nullable String subject, @Nullable String reason, String requestedBy) {
        return new RequestOperatorAction(action.stream, action, subject, reason, requestedBy);
    }
}
