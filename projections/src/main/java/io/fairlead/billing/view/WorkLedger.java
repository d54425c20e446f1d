package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;
import static io.fairlead.projection.db.Tables.WORK_PORTION;

import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.UnbilledWorkRecord;
import io.fairlead.projection.db.tables.records.WipMovementRecord;
import io.fairlead.projection.db.tables.records.WorkPortionRecord;
import io.fairlead.source.Attribution;
import io.fairlead.source.SourceEvent.Billed;
import io.fairlead.source.SourceEvent.Changed;
import io.fairlead.source.SourceEvent.Priced;
import io.fairlead.source.SourcePart;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The account of work per source: what is ready, drafted, billed and written off, its portions, and one signed movement per
 * event. Events after the pricing name only the contract, so customer, project and line come from the source's own row.
 * Kept by {@link UnbilledWorkProjection}.
 */
final class WorkLedger {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final UpsertTable<UnbilledWorkRecord> work =
            UpsertTable.of(UNBILLED_WORK, "time-entry", "billing-item", "expense");
    private final UpsertTable<WorkPortionRecord> portions =
            UpsertTable.of(WORK_PORTION, "time-entry", "billing-item", "expense");
    private final AppendOnlyTable<WipMovementRecord> movements = AppendOnlyTable.of(WIP_MOVEMENT);

    /**
     * One movement.
     *
     * @param portionNo 0 means the whole
     * @param date accounting date; null means the source's own
     * @param seconds change of unbilled time
     */
    private record Move(
            String kind,
            int portionNo,
            @Nullable LocalDate date,
            int seconds,
            BigDecimal ready,
            BigDecimal drafted,
            BigDecimal billed,
            BigDecimal writtenOff) {}

    List<TableBuffer<?>> tables() {
        return List.of(work, portions, movements);
    }

    /** Work gets its price, for the first time or after an approval was taken back. */
    void priced(EventMetadata facts, String kind, Priced event) {
        var source = event.sourceId();
        boolean known = work.find(source) != null;
        work.put(
                facts,
                row -> {
                    attribute(row, event.attribution());
                    row.setPricedSeconds(event.seconds());
                    row.setPricedAmount(event.amount());
                    row.setReadySeconds(event.seconds());
                    row.setReadyAmount(event.amount());
                    row.setDraftedSeconds(0);
                    row.setDraftedAmount(NONE);
                    row.setBilledAmount(NONE);
                    row.setWrittenOffAmount(NONE);
                    row.setLastPortionNo(known ? row.getLastPortionNo() : 0);
                    row.setInDoubt(false);
                    row.setDeferredUntil(null); // A deferral ends with the approval it was asked for.
                    row.setDeferredBecause(null);
                },
                source);
        move(facts, source, new Move(kind, 0, null, event.seconds(), event.amount(), NONE, NONE, NONE));
    }

    private static void attribute(UnbilledWorkRecord row, Attribution attribution) {
        var of = attribution.work();
        row.setSourceKind(attribution.kind());
        row.setLegalEntityId(of.legalEntityId());
        row.setCustomerId(of.customerId());
        row.setContractId(of.contractId());
        row.setProjectId(of.projectId());
        row.setLineNo(of.lineNo());
        row.setPersonId(of.personId());
        row.setServiceDate(attribution.serviceDate());
        row.setAccountingDate(attribution.accountingDate());
        row.setCurrency(attribution.currency());
        row.setRuleVersion(attribution.ruleVersion());
    }

    /** What is ready becomes more or less: repriced, corrected, withdrawn. */
    void changed(EventMetadata facts, Changed event) {
        var source = event.sourceId();
        int seconds = event.seconds();
        var amount = event.amount();
        work.change(
                facts,
                row -> {
                    var day = event.attribution().serviceDate();
                    if (!day.equals(row.getServiceDate())) { // A receipt had another date.
                        row.setServiceDate(day);
                        row.setAccountingDate(event.attribution().accountingDate());
                    }
                    row.setPricedSeconds(row.getPricedSeconds() + seconds);
                    row.setPricedAmount(row.getPricedAmount().add(amount));
                    row.setReadySeconds(row.getReadySeconds() + seconds);
                    row.setReadyAmount(row.getReadyAmount().add(amount));
                },
                source);
        var kind = event.because().name().toLowerCase(Locale.ROOT);
        move(facts, source, new Move(kind, 0, event.attribution().accountingDate(), seconds, amount, NONE, NONE, NONE));
    }

    void drafted(EventMetadata facts, String source, String invoiceId, SourcePart part) {
        var amount = part.amount();
        work.change(
                facts,
                row -> {
                    shift(row, -part.seconds(), amount.negate(), part.seconds(), amount);
                    row.setLastPortionNo(Math.max(row.getLastPortionNo(), part.portionNo()));
                    row.setInvoiceId(invoiceId);
                },
                source);
        var currency = work.get(source).getCurrency();
        portions.put(
                facts,
                row -> {
                    row.setInvoiceId(invoiceId);
                    row.setInvoiceLineNo(null);
                    row.setState("drafted");
                    row.setSeconds(part.seconds());
                    row.setAmount(amount);
                    row.setCreditedSeconds(0);
                    row.setCreditedAmount(NONE);
                    row.setReopenedSeconds(0);
                    row.setReopenedAmount(NONE);
                    row.setCurrency(currency);
                },
                source,
                part.portionNo());
        move(facts, source, new Move("drafted", part.portionNo(), null, 0, amount.negate(), amount, NONE, NONE));
    }

    void undrafted(EventMetadata facts, String source, SourcePart part) {
        var amount = part.amount();
        portions.change(facts, row -> row.setState("released"), source, part.portionNo());
        int last = portions.of(source).stream()
                .filter(row -> !row.getState().equals("released"))
                .mapToInt(WorkPortionRecord::getPortionNo)
                .max()
                .orElse(0);
        work.change(
                facts,
                row -> {
                    shift(row, part.seconds(), amount, -part.seconds(), amount.negate());
                    row.setLastPortionNo(last);
                    row.setInvoiceId(null);
                },
                source);
        move(facts, source, new Move("undrafted", part.portionNo(), null, 0, amount, amount.negate(), NONE, NONE));
    }

    void billed(EventMetadata facts, Billed event) {
        var source = event.sourceId();
        var part = event.part();
        var amount = part.amount();
        work.change(
                facts,
                row -> {
                    shift(row, 0, NONE, -part.seconds(), amount.negate());
                    row.setBilledAmount(row.getBilledAmount().add(amount));
                    row.setInvoiceId(event.invoiceId());
                },
                source);
        portions.change(
                facts,
                row -> {
                    row.setState("billed");
                    row.setInvoiceLineNo(event.invoiceLineNo());
                },
                source,
                part.portionNo());
        var move = new Move(
                "billed",
                part.portionNo(),
                event.accountingDate(),
                -part.seconds(),
                NONE,
                amount.negate(),
                amount,
                NONE);
        move(facts, source, move);
    }

    void credited(EventMetadata facts, String source, CreditedPart to, SourcePart part, LocalDate date) {
        var amount = part.amount();
        boolean reopened = to == CreditedPart.REOPENED;
        boolean writtenOff = to == CreditedPart.WRITTEN_OFF;
        int seconds = reopened ? part.seconds() : 0;
        work.change(
                facts,
                row -> {
                    shift(row, seconds, reopened ? amount : NONE, 0, NONE);
                    row.setBilledAmount(row.getBilledAmount().subtract(amount));
                    row.setWrittenOffAmount(row.getWrittenOffAmount().add(writtenOff ? amount : NONE));
                    if (to == CreditedPart.GONE) {
                        row.setPricedSeconds(row.getPricedSeconds() - part.seconds());
                        row.setPricedAmount(row.getPricedAmount().subtract(amount));
                    }
                },
                source);
        portions.change(
                facts,
                row -> {
                    row.setCreditedSeconds(row.getCreditedSeconds() + part.seconds());
                    row.setCreditedAmount(row.getCreditedAmount().add(amount));
                    row.setReopenedSeconds(row.getReopenedSeconds() + seconds);
                    row.setReopenedAmount(row.getReopenedAmount().add(reopened ? amount : NONE));
                    boolean whole = row.getCreditedAmount().compareTo(row.getAmount()) == 0
                            && row.getCreditedSeconds() >= row.getSeconds();
                    row.setState(whole ? "credited" : "billed");
                },
                source,
                part.portionNo());
        var ready = reopened ? amount : NONE;
        var lost = writtenOff ? amount : NONE;
        var move = new Move(to.kind, part.portionNo(), date, seconds, ready, NONE, amount.negate(), lost);
        move(facts, source, move);
    }

    /** Written off: off what is ready when it was not billed (portion 0), else off what is billed. */
    void writtenOff(EventMetadata facts, String source, SourcePart part, LocalDate date) {
        if (part.portionNo() > 0) {
            credited(facts, source, CreditedPart.WRITTEN_OFF, part, date);
            return;
        }
        var amount = part.amount();
        work.change(
                facts,
                row -> {
                    shift(row, -part.seconds(), amount.negate(), 0, NONE);
                    row.setWrittenOffAmount(row.getWrittenOffAmount().add(amount));
                },
                source);
        move(facts, source, new Move("written_off", 0, date, -part.seconds(), amount.negate(), NONE, NONE, amount));
    }

    /** Facts of the source that move no money. */
    void noted(EventMetadata facts, String source, Consumer<UnbilledWorkRecord> change) {
        work.change(facts, change, source);
    }

    private static void shift(
            UnbilledWorkRecord row, int readySeconds, BigDecimal ready, int draftedSeconds, BigDecimal drafted) {
        row.setReadySeconds(row.getReadySeconds() + readySeconds);
        row.setReadyAmount(row.getReadyAmount().add(ready));
        row.setDraftedSeconds(row.getDraftedSeconds() + draftedSeconds);
        row.setDraftedAmount(row.getDraftedAmount().add(drafted));
    }

    private void move(EventMetadata facts, String source, Move move) {
        var of = work.get(source);
        var row = new WipMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(move.kind());
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(of.getLegalEntityId());
        row.setCustomerId(of.getCustomerId());
        row.setContractId(of.getContractId());
        row.setProjectId(of.getProjectId());
        row.setLineNo(of.getLineNo());
        row.setSourceId(source);
        row.setPortionNo(move.portionNo());
        row.setKind(move.kind());
        row.setServiceDate(of.getServiceDate());
        row.setAccountingDate(move.date() == null ? of.getAccountingDate() : move.date());
        row.setSeconds(move.seconds());
        row.setReadyAmount(move.ready());
        row.setDraftedAmount(move.drafted());
        row.setBilledAmount(move.billed());
        row.setWrittenOffAmount(move.writtenOff());
        row.setCurrency(of.getCurrency());
        row.setRuleVersion(of.getRuleVersion());
        movements.add(row);
    }
}
