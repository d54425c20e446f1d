package io.fairlead.funding;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseRepriced;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Stage;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.source.SourceEvent;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Confirmed;
import io.fairlead.source.SourceEvent.Deferred;
import io.fairlead.source.SourceEvent.Doubted;
import io.fairlead.source.SourceEvent.Lowered;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourceEvent.PutOnDraft;
import io.fairlead.source.SourceEvent.Reopened;
import io.fairlead.source.SourceEvent.TakenOffDraft;
import io.fairlead.source.SourceEvent.WrittenOff;
import io.fairlead.source.Work;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MessageIdentifier;

/**
 * When work on a limited line is priced, it asks for funds; when its worth changes, it asks again. Work that nothing limits is
 * passed over without a look at anything stored.
 */
@ProcessingGroup("process-reserve-funds")
@DisallowReplay // A rebuilt read side must not ask again.
@Waits(Until.MASTER_DATA_SEEN)
@Prepares(Stage.FUNDING)
public class WhenWorkPricedThenReserve {

    private static final String UNKNOWN = "G-03";

    private final LimitsLookup limits;
    private final Commands commands;
    private final StreamHistory history;

    public WhenWorkPricedThenReserve(LimitsLookup limits, Commands commands, StreamHistory history) {
        this.limits = limits;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimePriced event, @Timestamp Instant at) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + event.getVersion());
    }

    @EventHandler
    void react(BillingItemReady event, @Timestamp Instant at) {
        if (event.getAmount().signum() > 0) {
            happened(event, at, "reserve/" + event.getBillingItemId());
        }
    }

    @EventHandler
    void react(ExpensePriced event, @Timestamp Instant at) {
        if (event.getAmount().signum() > 0) {
            happened(event, at, "reserve/" + event.getExpenseId());
        }
    }

    @EventHandler
    void react(ExpenseRepriced event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getExpenseId() + "/" + eventId);
    }

    @EventHandler
    void react(TimeRepriced event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    @EventHandler
    void react(TimeApprovalWithdrawn event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    @EventHandler
    void react(TimeWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterBilling event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    /** Billed before its line had a limit, it never asked; else its worth is the same and nothing comes of it. */
    @EventHandler
    void react(TimeReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getTimeEntryId() + "/" + eventId);
    }

    @EventHandler
    void react(BillingItemWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getBillingItemId() + "/" + eventId);
    }

    @EventHandler
    void react(BillingItemReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getBillingItemId() + "/" + eventId);
    }

    @EventHandler
    void react(BillingItemCorrected event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getBillingItemId() + "/" + eventId);
    }

    @EventHandler
    void react(ExpenseWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getExpenseId() + "/" + eventId);
    }

    @EventHandler
    void react(ExpenseReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getExpenseId() + "/" + eventId);
    }

    @EventHandler
    void react(ExpenseLowered event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        happened(event, at, "reserve/" + event.getExpenseId() + "/" + eventId);
    }

    private void happened(SpecificRecord event, Instant at, String key) {
        SourceEvent.of(event).ifPresent(source -> happened(source, at, key));
    }

    private void happened(SourceEvent event, Instant at, String key) {
        switch (event) {
            case Priced priced -> {
                if (isLimited(priced.sourceId(), priced.attribution().work())) {
                    // A repeat must not ask for what it was worth before it changed.
                    var now = SourceWorth.of(history, priced.sourceId())
                            .orElseGet(() -> new SourceWorth(priced, priced.amount(), priced.seconds(), null));
                    ask(now, at, key);
                }
            }
            case Changed changed ->
                askAgain(changed.sourceId(), changed.attribution().work(), at, key);
            case WrittenOff lost -> askAgain(lost.sourceId(), lost.attribution().work(), at, key);
            case Lowered lowered ->
                askAgain(lowered.sourceId(), lowered.attribution().work(), at, key);
            case Reopened reopened ->
                SourceWorth.of(history, reopened.sourceId())
                        .ifPresent(now -> askAgain(
                                reopened.sourceId(), now.price().attribution().work(), at, key));
            case PutOnDraft _, TakenOffDraft _, Billed _, Doubted _, Confirmed _, Deferred _ -> {
                // They change no worth.
            }
        }
    }

    private void askAgain(String source, Work work, Instant at, String key) {
        if (isLimited(source, work)) {
            SourceWorth.of(history, source).ifPresent(now -> ask(now, at, key));
        }
    }

    private boolean isLimited(String source, Work work) {
        return limits.limited(work.contractId()).holdFor(work.lineNo()) && !new Disbursements(history).has(source);
    }

    private void ask(SourceWorth source, Instant at, String key) {
        try {
            commands.send(source.request(at), key);
        } catch (RuleViolated refused) {
            if (!refused.code().equals(UNKNOWN)) {
                throw refused;
            }
        }
    }
}
