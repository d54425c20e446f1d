package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;

import io.fairlead.billing.event.BillingItemBilled;
import io.fairlead.billing.event.BillingItemPutOnDraft;
import io.fairlead.billing.event.BillingItemReady;
import io.fairlead.billing.event.BillingItemTakenOffDraft;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.UnbilledWorkRecord;
import io.fairlead.projection.db.tables.records.WipMovementRecord;
import io.fairlead.time.event.TimeBilled;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimePutOnDraft;
import io.fairlead.time.event.TimeTakenOffDraft;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/**
 * Unbilled work, twice: signed movements whose sums are the balances, and per source what is ready, drafted and billed.
 * Events after the pricing name only the contract, so customer, project and line come from the source's own row.
 * Read by
 * {@link UnbilledQuery} and {@link BillableWork}.
 */
public final class UnbilledWorkProjection implements Fold {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final States<UnbilledWorkRecord> work = States.of(UNBILLED_WORK, "time-entry", "billing-item");
    private final Rows<WipMovementRecord> movements = Rows.of(WIP_MOVEMENT);

    @Override
    public String name() {
        return "unbilled-work";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(work, movements);
    }

    @EventHandler
    void on(TimePriced event, Facts facts) {
        var source = event.getTimeEntryId();
        work.put(
                facts,
                row -> {
                    row.setSourceKind("time");
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setContractId(event.getContractId());
                    row.setProjectId(event.getProjectId());
                    row.setLineNo(event.getLineNo());
                    row.setPersonId(event.getPersonId());
                    row.setServiceDate(event.getServiceDate());
                    row.setAccountingDate(event.getAccountingDate());
                    row.setRuleVersion(event.getRuleVersion());
                    open(row, event.getBilledSeconds(), event.getAmount(), event.getCurrency());
                },
                source);
        var amount = event.getAmount();
        move(facts, source, "priced", 0, event.getAccountingDate(), event.getBilledSeconds(), amount, NONE, NONE, _ -> {});
    }

    @EventHandler
    void on(BillingItemReady event, Facts facts) {
        var source = event.getBillingItemId();
        work.put(
                facts,
                row -> {
                    row.setSourceKind("milestone");
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setContractId(event.getContractId());
                    row.setProjectId(event.getProjectId());
                    row.setLineNo(event.getLineNo());
                    row.setServiceDate(event.getServiceDate());
                    row.setAccountingDate(event.getAccountingDate());
                    row.setRuleVersion(event.getRuleVersion());
                    open(row, 0, event.getAmount(), event.getCurrency());
                },
                source);
        move(facts, source, "ready", 0, event.getAccountingDate(), 0, event.getAmount(), NONE, NONE, _ -> {});
    }

    @EventHandler
    void on(TimePutOnDraft event, Facts facts) {
        drafted(
                facts,
                event.getTimeEntryId(),
                event.getInvoiceId(),
                event.getPortionNo(),
                event.getSeconds(),
                event.getAmount());
    }

    @EventHandler
    void on(BillingItemPutOnDraft event, Facts facts) {
        drafted(facts, event.getBillingItemId(), event.getInvoiceId(), event.getPortionNo(), 0, event.getAmount());
    }

    @EventHandler
    void on(TimeTakenOffDraft event, Facts facts) {
        undrafted(facts, event.getTimeEntryId(), event.getPortionNo(), event.getSeconds(), event.getAmount());
    }

    @EventHandler
    void on(BillingItemTakenOffDraft event, Facts facts) {
        undrafted(facts, event.getBillingItemId(), event.getPortionNo(), 0, event.getAmount());
    }

    @EventHandler
    void on(TimeBilled event, Facts facts) {
        var source = event.getTimeEntryId();
        var amount = event.getAmount();
        add(facts, source, event.getInvoiceId(), NONE, amount.negate(), amount, _ -> {});
        var date = event.getAccountingDate();
        move(facts, source, "billed", event.getPortionNo(), date, -event.getSeconds(), NONE, amount.negate(), amount, _ -> {});
    }

    @EventHandler
    void on(BillingItemBilled event, Facts facts) {
        var source = event.getBillingItemId();
        var amount = event.getAmount();
        add(facts, source, event.getInvoiceId(), NONE, amount.negate(), amount, _ -> {});
        var date = event.getAccountingDate();
        move(facts, source, "billed", event.getPortionNo(), date, 0, NONE, amount.negate(), amount, _ -> {});
    }

    private void drafted(
            Facts facts, String source, String invoiceId, int portionNo, int seconds, BigDecimal amount) {
        var row = work.get(source);
        add(facts, source, invoiceId, amount.negate(), amount, NONE, claimed -> {
            claimed.setPortions(Math.max(claimed.getPortions(), portionNo));
            claimed.setReadySeconds(claimed.getReadySeconds() - seconds);
        });
        var date = row.getAccountingDate();
        move(facts, source, "drafted", portionNo, date, 0, amount.negate(), amount, NONE, moved -> {
            moved.setInvoiceId(invoiceId);
            moved.setClaimedSeconds(seconds);
        });
    }

    private void undrafted(Facts facts, String source, int portionNo, int seconds, BigDecimal amount) {
        add(
                facts,
                source,
                null,
                amount,
                amount.negate(),
                NONE,
                freed -> freed.setReadySeconds(freed.getReadySeconds() + seconds));
        var date = work.get(source).getAccountingDate();
        move(facts, source, "undrafted", portionNo, date, 0, amount, amount.negate(), NONE, _ -> {});
    }

    private static void open(UnbilledWorkRecord row, int seconds, BigDecimal amount, String currency) {
        row.setPricedSeconds(seconds);
        row.setPricedAmount(amount);
        row.setReadyAmount(amount);
        row.setDraftedAmount(NONE);
        row.setBilledAmount(NONE);
        row.setPortions(0);
        row.setReadySeconds(seconds);
        row.setCurrency(currency);
    }

    private void add(
            Facts facts,
            String source,
            @Nullable String invoiceId,
            BigDecimal ready,
            BigDecimal drafted,
            BigDecimal billed,
            Consumer<UnbilledWorkRecord> besides) {
        work.change(
                facts,
                row -> {
                    besides.accept(row);
                    row.setReadyAmount(row.getReadyAmount().add(ready));
                    row.setDraftedAmount(row.getDraftedAmount().add(drafted));
                    row.setBilledAmount(row.getBilledAmount().add(billed));
                    row.setInvoiceId(invoiceId);
                },
                source);
    }

    private void move(
            Facts facts,
            String source,
            String kind,
            int portionNo,
            LocalDate accountingDate,
            int seconds,
            BigDecimal ready,
            BigDecimal drafted,
            BigDecimal billed,
            Consumer<WipMovementRecord> besides) {
        var of = work.get(source);
        var row = new WipMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(kind);
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(of.getLegalEntityId());
        row.setCustomerId(of.getCustomerId());
        row.setContractId(of.getContractId());
        row.setProjectId(of.getProjectId());
        row.setLineNo(of.getLineNo());
        row.setSourceId(source);
        row.setPortionNo(portionNo);
        row.setKind(kind);
        row.setServiceDate(of.getServiceDate());
        row.setAccountingDate(accountingDate);
        row.setSeconds(seconds);
        row.setReadyAmount(ready);
        row.setDraftedAmount(drafted);
        row.setBilledAmount(billed);
        row.setCurrency(of.getCurrency());
        row.setRuleVersion(of.getRuleVersion());
        row.setClaimedSeconds(0);
        besides.accept(row);
        movements.add(row);
    }
}
