package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;

import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.UnbilledWorkRecord;
import io.fairlead.projection.db.tables.records.WipMovementRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of unbilled work and their movements, whatever is billed. Part of {@link UnbilledWorkProjection}. */
final class WorkRows {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final States<UnbilledWorkRecord> work = States.of(UNBILLED_WORK, "time-entry", "billing-item", "expense");
    private final Rows<WipMovementRecord> movements = Rows.of(WIP_MOVEMENT);

    /**
     * What a source is worth.
     *
     * @param kind of the movement
     * @param seconds time that is billed; 0 for all else
     */
    record Price(String kind, int seconds, BigDecimal amount, String currency) {}

    List<Collector<?>> tables() {
        return List.of(work, movements);
    }

    /** A source is unbilled work from now on. */
    void open(Facts facts, String source, Price price, Consumer<UnbilledWorkRecord> place) {
        work.put(
                facts,
                row -> {
                    place.accept(row);
                    row.setPricedSeconds(price.seconds());
                    row.setPricedAmount(price.amount());
                    row.setReadyAmount(price.amount());
                    row.setDraftedAmount(NONE);
                    row.setBilledAmount(NONE);
                    row.setCurrency(price.currency());
                },
                source);
        var date = work.get(source).getAccountingDate();
        move(facts, source, price.kind(), 0, date, price.seconds(), price.amount(), NONE, NONE);
    }

    void billed(
            Facts facts,
            String source,
            String invoiceId,
            int portionNo,
            LocalDate date,
            int seconds,
            BigDecimal amount) {
        add(facts, source, invoiceId, NONE, amount.negate(), amount);
        move(facts, source, "billed", portionNo, date, seconds, NONE, amount.negate(), amount);
    }

    void reopened(Facts facts, String source, int portionNo, LocalDate date, BigDecimal amount) {
        add(facts, source, null, amount, NONE, amount.negate());
        move(facts, source, "reopened", portionNo, date, 0, amount, NONE, amount.negate());
    }

    /** It is given up or never was: off what is ready when it was not billed (portion 0), else off what is billed. */
    void ended(Facts facts, String source, String kind, int portionNo, LocalDate date, BigDecimal amount) {
        var ready = portionNo == 0 ? amount.negate() : NONE;
        var billed = portionNo == 0 ? NONE : amount.negate();
        work.change(
                facts,
                row -> {
                    row.setPricedAmount(row.getPricedAmount().subtract(amount));
                    row.setReadyAmount(row.getReadyAmount().add(ready));
                    row.setBilledAmount(row.getBilledAmount().add(billed));
                },
                source);
        move(facts, source, kind, portionNo, date, 0, ready, NONE, billed);
    }

    void drafted(Facts facts, String source, String invoiceId, int portionNo, BigDecimal amount) {
        add(facts, source, invoiceId, amount.negate(), amount, NONE);
        var date = work.get(source).getAccountingDate();
        move(facts, source, "drafted", portionNo, date, 0, amount.negate(), amount, NONE);
    }

    void undrafted(Facts facts, String source, int portionNo, BigDecimal amount) {
        add(facts, source, null, amount, amount.negate(), NONE);
        var date = work.get(source).getAccountingDate();
        move(facts, source, "undrafted", portionNo, date, 0, amount, amount.negate(), NONE);
    }

    private void add(
            Facts facts,
            String source,
            @Nullable String invoiceId,
            BigDecimal ready,
            BigDecimal drafted,
            BigDecimal billed) {
        work.change(
                facts,
                row -> {
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
            BigDecimal billed) {
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
        movements.add(row);
    }
}
