package io.fairlead.app.accounting;

import io.fairlead.shared.OpenDays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Dates what commands record by the open days of the books, and has those days read anew after a command that changed them; the
 * store calls it around each attempt and knows nothing of books.
 */
public final class DatesEvents implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final RecentBooks books;

    public DatesEvents(RecentBooks books) {
        this.books = books;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        if (RecentBooks.isChangedBy(unit.getMessage().getPayload())) {
            // Its events are stored then, and whoever sent it has no answer yet.
            unit.afterCommit(_ -> books.changed());
        }
        return OpenDays.during(books, chain::proceed);
    }
}
