package io.fairlead.billing.run;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.BillingRunCompleted;
import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** One request to bill a company up to a day, and the invoices it plans. Rules B-04, B-05. */
@AggregateRoot
public class BillingRun {

    @AggregateIdentifier
    private @Nullable BillingRunId id;

    private @Nullable BillingRunStarted started;
    private final Set<String> planned = new HashSet<>();
    private boolean completed;

    BillingRun() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(StartBillingRun command) {
        var contract =
                command.contractId() == null ? null : command.contractId().value();
        if (started != null) {
            requireSame(command, contract, started);
            return; // It was started before.
        }
        Recording.record(
                BillingRunStarted.newBuilder()
                        .setBillingRunId(command.billingRunId().value())
                        .setLegalEntityId(command.legalEntityId().value())
                        .setCutOff(command.cutOff())
                        .setIssueDate(command.issueDate())
                        .setContractId(contract)
                        .setPreparer(command.preparer())
                        .setStartedAt(command.at())
                        .build(),
                command.legalEntityId().value());
    }

    @CommandHandler
    void decide(PlanInvoice command) {
        if (planned.contains(command.invoiceId().value())) {
            return; // It is planned already.
        }
        if (completed) {
            throw new RuleViolated("B-05", "billingRunId", "the run is completed", "start another run");
        }
        var run = Objects.requireNonNull(started);
        Recording.record(
                InvoicePlanned.newBuilder()
                        .setBillingRunId(run.getBillingRunId())
                        .setInvoiceId(command.invoiceId().value())
                        .setContractId(command.contractId().value())
                        .setCustomerId(command.customerId().value())
                        .setLegalEntityId(run.getLegalEntityId())
                        .setPoNumber(command.poNumber())
                        .setCurrency(command.currency())
                        .setCutOff(run.getCutOff())
                        .setIssueDate(run.getIssueDate())
                        .setPreparer(run.getPreparer())
                        .build(),
                run.getLegalEntityId());
    }

    @CommandHandler
    void decide(CompleteBillingRun command) {
        if (!completed) {
            Recording.record(
                    BillingRunCompleted.newBuilder()
                            .setBillingRunId(command.billingRunId().value())
                            .setInvoicesPlanned(planned.size())
                            .setCompletedAt(command.at())
                            .build(),
                    Objects.requireNonNull(started).getLegalEntityId());
        }
    }

    private static void requireSame(StartBillingRun command, @Nullable String contract, BillingRunStarted before) {
        if (!before.getLegalEntityId().equals(command.legalEntityId().value())
                || !before.getCutOff().equals(command.cutOff())
                || !Objects.equals(before.getContractId(), contract)) {
            throw new RuleViolated("B-04", "billingRunId", "a run of this id bills something else", "use another id");
        }
    }

    @EventSourcingHandler
    void evolve(BillingRunStarted event) {
        id = new BillingRunId(event.getBillingRunId());
        started = event;
    }

    @EventSourcingHandler
    void evolve(InvoicePlanned event) {
        planned.add(event.getInvoiceId());
    }

    @EventSourcingHandler
    void evolve(BillingRunCompleted event) {
        completed = true;
    }
}
