package io.fairlead.funding;

import io.fairlead.billing.event.BillingItemCorrected;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemReopened;
import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.contract.ContractId;
import io.fairlead.expense.event.ExpenseLowered;
import io.fairlead.expense.event.ExpensePriced;
import io.fairlead.expense.event.ExpenseReopened;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.party.CustomerId;
import io.fairlead.project.ProjectId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.History;
import io.fairlead.shared.Prepares;
import io.fairlead.shared.RuleViolated;
import io.fairlead.shared.Stage;
import io.fairlead.shared.Until;
import io.fairlead.shared.Waits;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeReopened;
import io.fairlead.time.event.TimeRepriced;
import io.fairlead.time.event.TimeWrittenOff;
import java.math.BigDecimal;
import java.time.Instant;
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
    private final History history;

    public WhenWorkPricedThenReserve(LimitsLookup limits, Commands commands, History history) {
        this.limits = limits;
        this.commands = commands;
        this.history = history;
    }

    @EventHandler
    void react(TimePriced event) {
        if (limits.isLimited(event.getContractId(), event.getLineNo())) {
            // A repeat must not ask for what the entry was worth before it changed.
            var last = history.last(event.getTimeEntryId(), TimePriced.class).orElse(event);
            reserve(
                    ask(last, WorthOfTime.of(history, last.getTimeEntryId())),
                    "reserve/" + event.getTimeEntryId() + "/" + event.getVersion());
        }
    }

    @EventHandler
    void react(TimeRepriced event, @MessageIdentifier String eventId) {
        worthChanged(event.getTimeEntryId(), event.getContractId(), event.getLineNo(), eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterApproval event, @MessageIdentifier String eventId) {
        worthChanged(event.getTimeEntryId(), event.getContractId(), event.getLineNo(), eventId);
    }

    @EventHandler
    void react(TimeApprovalWithdrawn event, @MessageIdentifier String eventId) {
        worthChanged(event.getTimeEntryId(), event.getContractId(), event.getLineNo(), eventId);
    }

    @EventHandler
    void react(TimeWrittenOff event, @MessageIdentifier String eventId) {
        worthChanged(event.getTimeEntryId(), event.getContractId(), event.getLineNo(), eventId);
    }

    @EventHandler
    void react(TimeCorrectedAfterBilling event, @MessageIdentifier String eventId) {
        worthChanged(event.getTimeEntryId(), event.getContractId(), event.getLineNo(), eventId);
    }

    /** Billed before its line had a limit, it never asked; else its worth is the same and nothing comes of it. */
    @EventHandler
    void react(TimeReopened event, @MessageIdentifier String eventId) {
        history.last(event.getTimeEntryId(), TimePriced.class)
                .ifPresent(price ->
                        worthChanged(event.getTimeEntryId(), price.getContractId(), price.getLineNo(), eventId));
    }

    private void worthChanged(String entry, String contractId, int lineNo, String eventId) {
        if (limits.isLimited(contractId, lineNo)) {
            history.last(entry, TimePriced.class)
                    .ifPresent(price ->
                            reserve(ask(price, WorthOfTime.of(history, entry)), "reserve/" + entry + "/" + eventId));
        }
    }

    @EventHandler
    void react(BillingItemReady event, @Timestamp Instant at) {
        if (event.getAmount().signum() > 0 && limits.isLimited(event.getContractId(), event.getLineNo())) {
            // A repeat must not ask for what was credited meanwhile.
            reserve(ask(event, WorthOfItem.of(history, event), at), "reserve/" + event.getBillingItemId());
        }
    }

    @EventHandler
    void react(BillingItemWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        itemChanged(event.getBillingItemId(), at, eventId);
    }

    @EventHandler
    void react(BillingItemReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        itemChanged(event.getBillingItemId(), at, eventId);
    }

    @EventHandler
    void react(BillingItemCorrected event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        itemChanged(event.getBillingItemId(), at, eventId);
    }

    private void itemChanged(String item, Instant at, String eventId) {
        history.last(item, BillingItemReady.class)
                .filter(ready -> limits.isLimited(ready.getContractId(), ready.getLineNo()))
                .ifPresent(ready ->
                        reserve(ask(ready, WorthOfItem.of(history, ready), at), "reserve/" + item + "/" + eventId));
    }

    @EventHandler
    void react(ExpensePriced event, @Timestamp Instant at) {
        if (event.getAmount().signum() > 0 && limits.isLimited(event.getContractId(), event.getLineNo())) {
            reserve(ask(event, WorthOfItem.of(history, event), at), "reserve/" + event.getExpenseId());
        }
    }

    @EventHandler
    void react(ExpenseWrittenOff event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        expenseChanged(event.getExpenseId(), at, eventId);
    }

    @EventHandler
    void react(ExpenseReopened event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        expenseChanged(event.getExpenseId(), at, eventId);
    }

    @EventHandler
    void react(ExpenseLowered event, @Timestamp Instant at, @MessageIdentifier String eventId) {
        expenseChanged(event.getExpenseId(), at, eventId);
    }

    private void expenseChanged(String expense, Instant at, String eventId) {
        history.last(expense, ExpensePriced.class)
                .filter(priced -> limits.isLimited(priced.getContractId(), priced.getLineNo()))
                .ifPresent(priced -> reserve(
                        ask(priced, WorthOfItem.of(history, priced), at), "reserve/" + expense + "/" + eventId));
    }

    private static ReserveFunds ask(BillingItemReady item, BigDecimal worth, Instant at) {
        return new ReserveFunds(
                FundingId.of(new ContractId(item.getContractId())),
                item.getBillingItemId(),
                item.getLineNo(),
                new CustomerId(item.getCustomerId()),
                new ProjectId(item.getProjectId()),
                item.getServiceDate(),
                at,
                true,
                worth,
                item.getCurrency());
    }

    private static ReserveFunds ask(ExpensePriced expense, BigDecimal worth, Instant at) {
        return new ReserveFunds(
                FundingId.of(new ContractId(expense.getContractId())),
                expense.getExpenseId(),
                expense.getLineNo(),
                new CustomerId(expense.getCustomerId()),
                new ProjectId(expense.getProjectId()),
                expense.getServiceDate(),
                at,
                true,
                worth,
                expense.getCurrency());
    }

    /** Limits that are agreed and not watched yet ask for all unbilled work as soon as they are. */
    private void reserve(ReserveFunds command, String key) {
        try {
            commands.send(command, key);
        } catch (RuleViolated refused) {
            if (!refused.code().equals(UNKNOWN)) {
                throw refused;
            }
        }
    }

    private ReserveFunds ask(TimePriced price, BigDecimal worth) {
        var approvedAt = history.all(price.getTimeEntryId(), TimeApproved.class).stream()
                .filter(approval -> approval.getVersion() == price.getVersion())
                .map(TimeApproved::getApprovedAt)
                .findAny()
                .orElse(Instant.EPOCH);
        return new ReserveFunds(
                FundingId.of(new ContractId(price.getContractId())),
                price.getTimeEntryId(),
                price.getLineNo(),
                new CustomerId(price.getCustomerId()),
                new ProjectId(price.getProjectId()),
                price.getServiceDate(),
                approvedAt,
                true,
                worth,
                price.getCurrency());
    }
}
