package io.fairlead.billing.credit;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/**
 * What a document owes to its customer: what a credit note gave back beyond what was open of its invoice, or an invoice
 * below 0. It is set against other invoices or paid out, in parts, and never twice. Rules K-12 to K-15.
 */
@AggregateRoot
public class CustomerCredit {

    private static final int SCALE = 4;

    @AggregateIdentifier
    private @Nullable CustomerCreditId id;

    private @Nullable CustomerCreditOpened opened;
    private BigDecimal left = BigDecimal.ZERO;
    private final Map<String, CustomerCreditAssigned> assigned = new HashMap<>();
    private final Set<String> returned = new HashSet<>();
    private final Map<String, BigDecimal> paidOut = new HashMap<>();

    CustomerCredit() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(OpenCustomerCredit command) {
        if (opened == null) {
            Recording.record(
                    CustomerCreditEvents.opened(command), command.owed().getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(AssignCustomerCredit command) {
        var to = command.to();
        var known = assigned.get(command.assignmentId());
        if (known != null) {
            requireSame(known.getToInvoiceId().equals(to.getInvoiceId()), known.getAmount(), command.amount());
            return;
        }
        var amount = amount(command.amount());
        var owed = Objects.requireNonNull(opened);
        command.requireOtherInvoiceOf(owed);
        record(CustomerCreditEvents.assigned(command, owed, amount, owed().subtract(amount)));
    }

    @CommandHandler
    void decide(ReturnCustomerCredit command) {
        var gone = assigned.get(command.assignmentId());
        if (gone != null && !returned.contains(command.assignmentId())) {
            record(CustomerCreditEvents.returned(command, gone, owed().add(gone.getAmount())));
        }
    }

    @CommandHandler
    void decide(PayOutCustomerCredit command) {
        var known = paidOut.get(command.refundId());
        if (known != null) {
            requireSame(true, known, command.amount());
            return;
        }
        var amount = amount(command.amount());
        var owed = Objects.requireNonNull(opened);
        var askedBy = owed.getAskedBy();
        if (askedBy != null && FourEyes.isSame(command.paidOutBy(), askedBy)) {
            throw new RuleViolated(
                    "K-14", "paidOutBy", "nobody pays out a credit they asked for", "let somebody else pay it out");
        }
        AssignCustomerCredit.requireSince(owed.getIssueDate(), command.on());
        record(CustomerCreditEvents.paidOut(command, owed, amount, owed().subtract(amount)));
    }

    private BigDecimal amount(@Nullable BigDecimal wanted) {
        if (owed().signum() == 0 || (wanted != null && wanted.compareTo(owed()) > 0)) {
            throw new RuleViolated(
                    "K-12",
                    "amount",
                    "only " + AmountText.of(owed()) + " is owed to the customer",
                    "name at most that");
        }
        var currency = Objects.requireNonNull(opened).getCurrency();
        return wanted == null ? owed() : Check.payable("amount", wanted, currency);
    }

    /** A state saved as JSON forgets the scale. */
    private BigDecimal owed() {
        return left.setScale(SCALE);
    }

    private static void requireSame(boolean isSame, BigDecimal known, @Nullable BigDecimal asked) {
        if (!isSame || (asked != null && asked.compareTo(known) != 0)) {
            throw new RuleViolated("K-06", "id", "that key is something else", "use another key");
        }
    }

    private void record(SpecificRecord event) {
        Recording.record(event, Objects.requireNonNull(opened).getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(CustomerCreditOpened event) {
        id = new CustomerCreditId(event.getCustomerCreditId());
        opened = event;
        left = event.getAmount();
    }

    @EventSourcingHandler
    void evolve(CustomerCreditAssigned event) {
        assigned.put(event.getAssignmentId(), event);
        left = event.getLeft();
    }

    @EventSourcingHandler
    void evolve(CustomerCreditReturned event) {
        returned.add(event.getAssignmentId());
        left = event.getLeft();
    }

    @EventSourcingHandler
    void evolve(CustomerCreditPaidOut event) {
        paidOut.put(event.getRefundId(), event.getAmount());
        left = event.getLeft();
    }
}
