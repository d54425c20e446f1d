package io.fairlead.app.parked;

import io.fairlead.app.web.Streams;
import io.fairlead.exception.ExceptionId;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionAssigned;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Work items that the application asks for as long as something is so: raised once, again when somebody closed one meanwhile,
 * cleared when it is so no more. Keys follow from where the item's own stream stands, so that a restart, a repeat or a second
 * node changes nothing. One thread.
 */
final class AskedItems {

    private final Streams streams;
    private final StreamHistory history;
    private final Commands commands;
    private final Map<ExceptionId, Long> standing = new HashMap<>();

    /** @param commands with keys of its own */
    AskedItems(Streams streams, StreamHistory history, Commands commands) {
        this.streams = streams;
        this.history = history;
        this.commands = commands;
    }

    /** Begins anew: another node may have raised and cleared meanwhile. */
    void forget() {
        standing.clear();
    }

    /** Forgets where all others stood. */
    void keepOnly(Set<ExceptionId> wanted) {
        standing.keySet().retainAll(wanted);
    }

    void raise(RaiseException command) {
        var item = command.exceptionId();
        var head = streams.standing(item.value()).lastPosition();
        if (standing.getOrDefault(item, -1L) == head) {
            return; // It was open there.
        }
        if (head == 0 || !isOpen(item)) {
            commands.send(command, "raise/" + item + "/" + head);
            head = streams.standing(item.value()).lastPosition();
        }
        standing.put(item, head);
    }

    /** The views may be behind, or know an item that the log does not, so the item's own stream says whether it is open. */
    void clear(ResolveException command) {
        var item = command.exceptionId();
        if (isOpen(item)) {
            commands.send(
                    command,
                    "clear/" + item + "/" + streams.standing(item.value()).lastPosition());
        }
    }

    private boolean isOpen(ExceptionId item) {
        var events = history.all(item.value());
        return !events.isEmpty()
                && (events.getLast() instanceof ExceptionRaised || events.getLast() instanceof ExceptionAssigned);
    }
}
