package io.fairlead.billing.invoice;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.exception.event.ExceptionWaived;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.time.Instant;

/** Closes work items whose cause is gone. Used by processes, with the event that cured it. */
public final class CuredWork {

    private final Commands commands;
    private final StreamHistory history;
    private final String process;

    /** @param process its processing group, in whose name items are closed */
    public CuredWork(Commands commands, StreamHistory history, String process) {
        this.commands = commands;
        this.history = history;
        this.process = process;
    }

    /** Whether there is a work item of that code and subject that a cure at that moment may concern. */
    public boolean isTold(String code, String subject, Instant at) {
        return history.last(RaiseException.idOf(code, subject).value(), ExceptionRaised.class)
                .filter(raised -> !raised.getRaisedAt().isAfter(at)) // What was raised since has another cause.
                .isPresent();
    }

    /** As {@link #isTold}, and nobody has cleared it since. */
    public boolean isOpen(String code, String subject, Instant at) {
        boolean open = false;
        if (isTold(code, subject, at)) {
            for (var event : history.all(RaiseException.idOf(code, subject).value())) {
                open = event instanceof ExceptionRaised
                        || (open && !(event instanceof ExceptionResolved || event instanceof ExceptionWaived));
            }
        }
        return open;
    }

    /** Closes the work item of that code and subject, if it was raised before. */
    public void close(String code, String subject, String because, Instant at, String eventId) {
        if (isTold(code, subject, at)) {
            commands.send(
                    new ResolveException(RaiseException.idOf(code, subject), because, "fairlead|" + process, 0, at),
                    "cured/" + code + "/" + eventId);
        }
    }
}
