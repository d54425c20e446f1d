package io.fairlead.billing.item;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import io.fairlead.billing.event.BillingItemDeferred;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemScheduled;
import io.fairlead.billing.event.BillingItemWithdrawn;
import io.fairlead.billing.event.UnitsDelivered;
import io.fairlead.shared.KnownRequests;
import io.fairlead.shared.Portions;
import io.fairlead.shared.Portions.Part;
import io.fairlead.shared.Recording;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StatedOnce;
import io.fairlead.source.SourceEvent;
import java.time.LocalDate;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Something other than time that is billed: scheduled, ready, drafted, billed, credited. Rules I-01 to I-09. */
@AggregateRoot
public class BillingItem {

    private static final Set<String> READY_WHEN_DUE =
            Set.of(BillingItemKind.INSTALMENT.name(), BillingItemKind.RETAINER.name());

    @AggregateIdentifier
    private @Nullable BillingItemId id;

    private @Nullable BillingItemScheduled scheduled;
    private @Nullable BillingItemReady ready;
    private @Nullable UnitsDelivered delivered;
    private boolean withdrawn;
    private @Nullable LocalDate deferredUntil;
    private Portions portions = Portions.NONE;
    private KnownRequests requests = KnownRequests.NONE;

    BillingItem() {} // Axon creates it empty, then evolves it from its events.

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(ScheduleBillingItem command) {
        var event = BillingItemEvents.scheduled(command);
        if (ready == null && StatedOnce.isNew("I-01", "the billing item", scheduled, event)) {
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(MakeBillingItemReady command) {
        var event = BillingItemEvents.ready(command);
        if (StatedOnce.isNew("I-02", "the ready item", ready, event)) {
            requireNotWithdrawn();
            Recording.record(event, event.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(MakeDueItemReady command) {
        if (ready != null || withdrawn) {
            return; // It is ready already, or will never be.
        }
        var plan = scheduled;
        if (plan == null
                || !READY_WHEN_DUE.contains(plan.getKind())
                || plan.getDueOn().isAfter(command.cutOff())) {
            throw new RuleViolated("I-05", "cutOff", "the item is not due by " + command.cutOff(), "wait for its day");
        }
        Recording.record(BillingItemEvents.readyWhenDue(plan), plan.getLegalEntityId());
    }

    @CommandHandler
    @CreationPolicy(CREATE_IF_MISSING)
    void decide(DeliverUnits command) {
        var event = BillingItemEvents.delivered(command);
        if (StatedOnce.isNew("I-06", "the delivery", BillingItemEvents.asToday(delivered), event)) {
            var legalEntity = command.legalEntityId().value();
            Recording.record(event, legalEntity);
            Recording.record(BillingItemEvents.readyByDelivery(command, event), legalEntity);
        }
    }

    @CommandHandler
    void decide(WithdrawBillingItem command) {
        if (ready != null) {
            throw new RuleViolated("I-09", "billingItemId", "the item may be billed", "write it off instead");
        }
        var plan = scheduled;
        if (plan != null && !withdrawn) {
            Recording.record(BillingItemEvents.withdrawn(plan, command), plan.getLegalEntityId());
        }
    }

    @CommandHandler
    void decide(PutBillingItemOnDraft command) {
        var invoice = command.invoiceId().value();
        if (!portions.isOn(invoice)) { // Else that draft has it already.
            var wanted = command.portion();
            var portion = wanted == null ? portions.claimAll("I-03") : portions.claim(wanted, "I-03");
            record(BillingItemEvents.putOnDraft(item("I-03"), invoice, portion));
        }
    }

    @CommandHandler
    void decide(TakeBillingItemOffDraft command) {
        var invoice = command.invoiceId().value();
        portions.draftedOn(invoice)
                .forEach(placed -> record(BillingItemEvents.takenOffDraft(
                        item("I-04"), invoice, placed.no(), placed.part().amount(), command.reason())));
    }

    @CommandHandler
    void decide(BillBillingItem command) {
        var invoice = command.invoiceId().value();
        if (!portions.isOn(invoice)) {
            throw new RuleViolated("I-04", "invoiceId", "the item is not on this draft", "put it on the draft first");
        }
        portions.draftedOn(invoice)
                .forEach(placed -> record(BillingItemEvents.billed(
                        item("I-04"), command, placed.no(), placed.part().amount())));
    }

    @CommandHandler
    void decide(CreditBillingItem command) {
        if (portions.isCredited(command.portionNo(), command.creditNoteId(), command.disposition())) {
            return; // That credit note is known.
        }
        var portion = portions.creditable(command.portionNo(), new Part(0, command.amount()), "I-07");
        record(BillingItemEvents.credited(item("I-07"), portion.invoiceId(), command));
    }

    @CommandHandler
    void decide(WriteOffBillingItem command, MetaData sent) {
        var item = item("I-08");
        boolean isGivenUp = portions.remaining().isNothing() && portions.hasWrittenOff();
        if (!isGivenUp && !requests.have(sent)) {
            record(BillingItemEvents.writtenOff(
                    item, portions.requireRemaining("I-08", "billingItemId").amount(), command));
        }
    }

    @CommandHandler
    void decide(DeferBillingItem command) {
        var item = item("I-08");
        if (!command.until().equals(deferredUntil)) {
            var _ = portions.requireRemaining("I-08", "billingItemId");
            record(BillingItemEvents.deferred(item, command));
        }
    }

    private BillingItemReady item(String rule) {
        if (ready == null) {
            throw new RuleViolated(rule, "billingItemId", "the item is not ready", "wait until it may be billed");
        }
        return ready;
    }

    private void requireNotWithdrawn() {
        if (withdrawn) {
            throw new RuleViolated("I-09", "billingItemId", "the item was withdrawn", "make another one");
        }
    }

    private void record(SpecificRecord event) {
        Recording.record(event, item("I-03").getLegalEntityId());
    }

    @EventSourcingHandler
    void evolve(BillingItemScheduled event) {
        id = new BillingItemId(event.getBillingItemId());
        scheduled = event;
    }

    @EventSourcingHandler
    void evolve(UnitsDelivered event) {
        id = new BillingItemId(event.getBillingItemId());
        delivered = event;
    }

    @EventSourcingHandler
    void evolve(BillingItemReady event) {
        id = new BillingItemId(event.getBillingItemId());
        ready = event;
        portions = portions.after(SourceEvent.of(event).orElseThrow());
    }

    @EventSourcingHandler
    void evolve(BillingItemWithdrawn event) {
        withdrawn = true;
    }

    @EventSourcingHandler
    void evolve(BillingItemDeferred event) {
        deferredUntil = event.getUntil();
    }

    /** What has no handler of its own moves portions only. */
    @EventSourcingHandler
    void evolve(SpecificRecord event, MetaData sent) {
        requests = requests.after(event, sent);
        SourceEvent.of(event).ifPresent(happened -> portions = portions.after(happened));
    }
}
