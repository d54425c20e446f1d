package io.fairlead.operation;

import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.operation.event.BreakGlassGranted;
import io.fairlead.shared.Commands;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** A role that was given past the provider is told to people, each grant on its own, until somebody has looked at what was done. */
@ProcessingGroup("process-break-glass")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenBreakGlassGrantedThenTell {

    /** Nothing closes it but a person who has looked at it. */
    private static final String CODE = "BREAK_GLASS";

    private final Commands commands;

    public WhenBreakGlassGrantedThenTell(Commands commands) {
        this.commands = commands;
    }

    @EventHandler
    void react(BreakGlassGranted event, @MessageIdentifier String eventId) {
        var sentence =
                "%s was given the role %s until %s by %s. Look at what was done with it in `fairlead break-glass report`, then"
                                .formatted(
                                        event.getGrantedTo(), event.getRole(), event.getEndsAt(), event.getGrantedBy())
                        + " resolve this work item.";
        var item = ExceptionId.of(NameUuid.of("exception", CODE, event.getBreakGlassId(), event.getGrantId())
                .toString());
        commands.send(
                new RaiseException(
                        item,
                        CODE,
                        event.getBreakGlassId(),
                        sentence,
                        OwnerRole.IT,
                        null,
                        null,
                        event.getGrantedAt(),
                        false),
                "tell/" + eventId);
    }
}
