package io.fairlead.billing;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.shared.MoneyRules;
import io.fairlead.shared.Once;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something other than time that is billed: scheduled, ready, drafted, billed. Rules I-01 to I-04. */
@AggregateRoot
public class BillingItem {

    private static final int ONLY_PORTION = 1;

    @AggregateIdentifier
    private @Nullable BillingItemId id;

    private @Nullable BillingItemScheduled scheduled;
    private @Nullable BillingItemReady ready;
    private @Nullable String draft;
    private @Nullable String billedOn;

    BillingItem() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ScheduleBillingItem command) {
        var event = scheduled(command);
        if (ready == null && Once.isNew("I-01", "the billing item", scheduled, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(MakeBillingItemReady command) {
        var event = ready(command);
        if (Once.isNew("I-02", "the ready item", ready, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(PutBillingItemOnDraft command) {
        var invoice = command.invoiceId().value();
        if (invoice.equals(draft) || invoice.equals(billedOn)) {
            return; // This draft has it already.
        }
        if (ready == null || draft != null || billedOn != null) {
            throw new RuleViolated(
                    "I-03", "invoiceId", "the item is not unbilled", "it is not ready, or another invoice has it");
        }
        var item = ready;
        Recording.record(
                BillingItemPutOnDraft.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setInvoiceId(invoice)
                        .setPortionNo(ONLY_PORTION)
                        .setAmount(item.getAmount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setServiceDate(item.getServiceDate())
                        .build(),
                item.getLegalEntityId());
    }

    @CommandHandler
    void decide(TakeBillingItemOffDraft command) {
        var invoice = command.invoiceId().value();
        if (!invoice.equals(draft)) {
            return; // That draft does not have it.
        }
        var item = Objects.requireNonNull(ready);
        Recording.record(
                BillingItemTakenOffDraft.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setInvoiceId(invoice)
                        .setPortionNo(ONLY_PORTION)
                        .setAmount(item.getAmount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setServiceDate(item.getServiceDate())
                        .setReason(command.reason())
                        .build(),
                item.getLegalEntityId());
    }

    @CommandHandler
    void decide(BillBillingItem command) {
        var invoice = command.invoiceId().value();
        if (invoice.equals(billedOn)) {
            return; // It is billed there already.
        }
        if (!invoice.equals(draft)) {
            throw new RuleViolated("I-04", "invoiceId", "the item is not on this draft", "put it on the draft first");
        }
        var item = Objects.requireNonNull(ready);
        Recording.record(
                BillingItemBilled.newBuilder()
                        .setBillingItemId(item.getBillingItemId())
                        .setInvoiceId(invoice)
                        .setInvoiceNumber(command.invoiceNumber())
                        .setInvoiceLineNo(command.invoiceLineNo())
                        .setPortionNo(ONLY_PORTION)
                        .setAmount(item.getAmount())
                        .setCurrency(item.getCurrency())
                        .setContractId(item.getContractId())
                        .setServiceDate(item.getServiceDate())
                        .setAccountingDate(command.issueDate())
                        .build(),
                item.getLegalEntityId());
    }

    private static BillingItemScheduled scheduled(ScheduleBillingItem command) {
        var terms = command.terms();
        return BillingItemScheduled.newBuilder()
                .setBillingItemId(command.billingItemId().value())
                .setKind("MILESTONE")
                .setContractId(terms.contractId().value())
                .setProjectId(terms.projectId().value())
                .setCustomerId(terms.customerId().value())
                .setLegalEntityId(terms.legalEntityId().value())
                .setLineNo(terms.lineNo())
                .setMilestoneId(terms.milestoneId())
                .setDescription(terms.description())
                .setAmount(terms.amount())
                .setCurrency(terms.currency())
                .setDueOn(command.dueOn())
                .build();
    }

    private static BillingItemReady ready(MakeBillingItemReady command) {
        var terms = command.terms();
        return BillingItemReady.newBuilder()
                .setBillingItemId(command.billingItemId().value())
                .setKind("MILESTONE")
                .setContractId(terms.contractId().value())
                .setProjectId(terms.projectId().value())
                .setCustomerId(terms.customerId().value())
                .setLegalEntityId(terms.legalEntityId().value())
                .setLineNo(terms.lineNo())
                .setDescription(terms.description())
                .setAmount(terms.amount())
                .setCurrency(terms.currency())
                .setServiceDate(command.serviceDate())
                .setAccountingDate(command.serviceDate())
                .setRuleVersion(MoneyRules.VERSION)
                .build();
    }

    @EventSourcingHandler
    void evolve(BillingItemScheduled event) {
        id = new BillingItemId(event.getBillingItemId());
        scheduled = event;
    }

    @EventSourcingHandler
    void evolve(BillingItemReady event) {
        id = new BillingItemId(event.getBillingItemId());
        ready = event;
    }

    @EventSourcingHandler
    void evolve(BillingItemPutOnDraft event) {
        draft = event.getInvoiceId();
    }

    @EventSourcingHandler
    void evolve(BillingItemTakenOffDraft event) {
        draft = null;
    }

    @EventSourcingHandler
    void evolve(BillingItemBilled event) {
        draft = null;
        billedOn = event.getInvoiceId();
    }
}
