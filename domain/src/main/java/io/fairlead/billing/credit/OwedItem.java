package io.fairlead.billing.credit;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.invoice.CuredWork;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.RestateException;
import io.fairlead.exception.Stake;
import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.exception.event.ExceptionResolved;
import io.fairlead.shared.Commands;
import io.fairlead.shared.StreamHistory;
import java.math.BigDecimal;
import java.time.Instant;

/** The work item about what a document owes to its customer. Part of {@link WhenCustomerIsOwedThenTell}. */
final class OwedItem {

    private static final String CODE = "CREDIT_OWED";
    private static final String GROUP = "process-customer-owed";

    private final Commands commands;
    private final StreamHistory history;
    private final CuredWork work;

    OwedItem(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
        this.work = new CuredWork(commands, history, GROUP);
    }

    /** Raises it for what is left; not when all was set against invoices or paid out since. */
    void check(String document, Instant at, String eventId) {
        var left = left(document);
        if (left.signum() > 0) {
            var opened = history.last(CustomerCreditId.of(document).value(), CustomerCreditOpened.class)
                    .orElseThrow();
            tell(opened, left, at, eventId);
        }
    }

    /** Who says that it is cleared hears when it is not. */
    void resume(ExceptionResolved event, Instant at, String eventId) {
        if (event.getCode().equals(CODE) && !event.getResolvedBy().equals("fairlead|" + GROUP)) {
            check(event.getSubjectId(), at, eventId);
        }
    }

    /** Closes it when nothing is owed any more, else it tells how much is. */
    void follow(String document, BigDecimal left, String currency, Instant at, String eventId) {
        var id = RaiseException.idOf(CODE, document);
        if (left.signum() == 0) {
            work.close(CODE, document, "nothing is owed any more", at, eventId);
        } else if (history.last(id.value(), ExceptionRaised.class).isPresent()) {
            var stake = new Stake(left, currency);
            commands.send(new RestateException(id, sentence(document, stake), stake, at), "restate/" + eventId);
        }
    }

    private static String sentence(String document, Stake stake) {
        return stake.written() + " are owed to the customer by " + document
                + ". Set it against another invoice, or pay it out.";
    }

    private void tell(CustomerCreditOpened owed, BigDecimal left, Instant at, String eventId) {
        var stake = new Stake(left, owed.getCurrency());
        var document = owed.getDocumentId();
        var sentence = sentence(document, stake);
        commands.send(
                RaiseException.about(
                        CODE, document, sentence, OwnerRole.FINANCE_OPERATIONS, stake, owed.getLegalEntityId(), at),
                "owed/" + eventId);
    }

    private BigDecimal left(String document) {
        var left = BigDecimal.ZERO;
        for (var event : history.all(CustomerCreditId.of(document).value())) {
            left = switch (event) {
                case CustomerCreditOpened e -> e.getAmount();
                case CustomerCreditAssigned e -> e.getLeft();
                case CustomerCreditReturned e -> e.getLeft();
                case CustomerCreditPaidOut e -> e.getLeft();
                default -> left;
            };
        }
        return left;
    }
}
