package io.fairlead.time.overlap;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeOverlapNoted;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/** When time overlaps, a work item names all entries; when it does no more, the work item is closed. */
@ProcessingGroup("process-overlap-told")
@DisallowReplay // A rebuilt read side must not tell people again.
@Waits(Until.NOTHING)
public class WhenOverlapNotedThenRaise {

    static final String CODE = "OVERLAP";

    /** As long as the sentence of a work item may be. */
    private static final int SENTENCE_MAX = 1_000;

    private final Commands commands;
    private final StreamHistory history;

    public WhenOverlapNotedThenRaise(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimeOverlapNoted event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        var entry = event.getTimeEntryId();
        if (!event.getOtherIds().isEmpty()) {
            var sentence = entry + " of " + event.getPersonId() + " on " + event.getWorkDate() + " overlaps "
                    + String.join(", ", event.getOtherIds()) + ", or makes more than a day with it ("
                    + event.getDaySeconds() + " s). Correct or reject one of them before it is approved.";
            var shown = sentence.length() > SENTENCE_MAX ? sentence.substring(0, SENTENCE_MAX) : sentence;
            commands.send(
                    RaiseException.restating(CODE, entry, shown, OwnerRole.PMO, null, event.getLegalEntityId(), at),
                    "overlap/" + eventId);
            return;
        }
        var item = RaiseException.idOf(CODE, entry);
        if (history.last(item.value(), ExceptionRaised.class).isPresent()) {
            var command = new ResolveException(item, "it overlaps no more", "fairlead|process-overlap-told", 0, at);
            commands.send(command, "overlap/" + eventId);
        }
    }
}
