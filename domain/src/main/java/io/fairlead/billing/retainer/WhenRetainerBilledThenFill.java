package io.fairlead.billing.retainer;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.billing.item.BillingItemKind;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.exception.Stake;
import io.fairlead.shared.AmountText;
import io.fairlead.shared.Commands;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;

/** When a retainer is on an issued invoice, its balance is filled; when that is credited, it is lowered. */
@ProcessingGroup("process-fill-retainer")
@DisallowReplay // A rebuilt read side must not fill again.
@Waits(Until.NOTHING)
public class WhenRetainerBilledThenFill {

    private final Commands commands;
    private final StreamHistory history;

    public WhenRetainerBilledThenFill(Commands commands, StreamHistory history) {
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(BillingItemBilled event, @Timestamp Instant at) {
        fill(event.getBillingItemId(), event.getInvoiceId(), event.getAmount(), event.getAccountingDate(), at);
    }

    @EventHandler
    void react(BillingItemReopened event, @Timestamp Instant at) {
        var lower = event.getAmount().negate();
        fill(event.getBillingItemId(), event.getCreditNoteId(), lower, event.getAccountingDate(), at);
    }

    @EventHandler
    void react(BillingItemCorrected event, @Timestamp Instant at) {
        var lower = event.getAmount().negate();
        fill(event.getBillingItemId(), event.getCreditNoteId(), lower, event.getAccountingDate(), at);
    }

    @EventHandler
    void react(BillingItemWrittenOff event, @Timestamp Instant at) {
        var note = event.getCreditNoteId();
        if (note != null) { // Else it was never billed, so nothing was filled.
            fill(event.getBillingItemId(), note, event.getAmount().negate(), event.getAccountingDate(), at);
        }
    }

    private void fill(String itemId, String document, BigDecimal amount, LocalDate on, Instant at) {
        var item = history.last(itemId, BillingItemReady.class).orElseThrow();
        if (!item.getKind().equals(BillingItemKind.RETAINER.name())) {
            return;
        }
        var retainer = RetainerId.of(item.getContractId(), item.getLineNo());
        var key = "fill/" + retainer + "/" + itemId + "/" + document;
        try {
            commands.send(new FillRetainer(retainer, item, document, amount, on), key);
        } catch (RuleViolated drawnAlready) {
            commands.send(drawn(retainer, item, document, amount, drawnAlready, at), key + "/raise");
        }
    }

    private static RaiseException drawn(
            RetainerId id, BillingItemReady item, String by, BigDecimal amount, RuleViolated why, Instant at) {
        return RaiseException.about(
                "RETAINER_DRAWN",
                id.value(),
                by + " credits " + AmountText.of(amount.negate()) + " of a retainer, but " + why.reason()
                        + ". Credit the work that was drawn from it, or agree with the customer.",
                OwnerRole.FINANCE_OPERATIONS,
                new Stake(amount.negate(), item.getCurrency()),
                item.getLegalEntityId(),
                at);
    }
}
