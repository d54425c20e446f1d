package io.fairlead.funding.view;

import static io.fairlead.funding.view.FundingMovements.NONE;
import static io.fairlead.funding.view.FundingMovements.row;
import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;

import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsRaisedOnDraft;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsRefused;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsRestored;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.funding.event.FundsTakenOffDraft;
import io.fairlead.funding.view.FundingMovements.Of;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.db.tables.records.FundingMovementRecord;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Limits, and signed movements of what is reserved, drafted and billed of them and over them; read by {@link FundingQuery}. */
public final class FundingProjection implements Projection {

    private final WatchedLimits limits = new WatchedLimits();
    private final AppendOnlyTable<FundingMovementRecord> movements = AppendOnlyTable.of(FUNDING_MOVEMENT);

    @Override
    public String name() {
        return "funding";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(limits.table(), movements);
    }

    @EventHandler
    void on(FundingOpened event, EventMetadata facts) {
        limits.opened(event, facts);
    }

    @EventHandler
    void on(FundingLimitChanged event, EventMetadata facts) {
        limits.changed(event, facts);
    }

    @EventHandler
    void on(FundsReserved event, EventMetadata facts) {
        asked(
                facts,
                new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency()),
                new Source(
                        event.getSourceId(),
                        event.getLineNo(),
                        event.getCustomerId(),
                        event.getProjectId(),
                        event.getServiceDate(),
                        event.getRank(),
                        event.getShortOf()),
                "reserved",
                event.getShares(),
                event.getHeldChange());
    }

    @EventHandler
    void on(FundsRefused event, EventMetadata facts) {
        asked(
                facts,
                new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency()),
                new Source(
                        event.getSourceId(),
                        event.getLineNo(),
                        event.getCustomerId(),
                        event.getProjectId(),
                        event.getServiceDate(),
                        event.getRank(),
                        event.getShortOf()),
                "refused",
                event.getShares(),
                event.getHeldChange());
    }

    @EventHandler
    void on(FundsReleased event, EventMetadata facts) {
        asked(
                facts,
                new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency()),
                new Source(
                        event.getSourceId(),
                        event.getLineNo(),
                        event.getCustomerId(),
                        event.getProjectId(),
                        event.getServiceDate(),
                        event.getRank(),
                        event.getShortOf()),
                "released",
                event.getShares(),
                event.getHeldChange());
    }

    @EventHandler
    void on(FundsDrafted event, EventMetadata facts) {
        var of = new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency());
        var draft = new OnDraft("drafted", event.getFundingId(), event.getInvoiceId(), event.getPoNumber());
        for (var portion : event.getPortions()) {
            onDraft(
                    facts,
                    of,
                    draft,
                    portion,
                    portion.getAmount(),
                    portion.getAmount().negate());
        }
    }

    @EventHandler
    void on(FundsTakenOffDraft event, EventMetadata facts) {
        var of = new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency());
        var draft = new OnDraft("undrafted", event.getFundingId(), event.getInvoiceId(), event.getPoNumber());
        for (var portion : event.getPortions()) {
            // What was written up goes with the draft.
            var back = Objects.requireNonNullElse(portion.getClaimed(), portion.getAmount())
                    .min(portion.getAmount());
            onDraft(facts, of, draft, portion, portion.getAmount().negate(), back);
        }
    }

    /** A write-up comes from no reservation. */
    @EventHandler
    void on(FundsRaisedOnDraft event, EventMetadata facts) {
        var of = new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency());
        for (var portion : event.getPortions()) {
            onDraft(
                    facts,
                    of,
                    new OnDraft("raised", event.getFundingId(), event.getInvoiceId(), event.getPoNumber()),
                    portion,
                    portion.getAmount(),
                    NONE);
        }
    }

    @EventHandler
    void on(FundsConsumed event, EventMetadata facts) {
        var of = new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency());
        for (var line : event.getLines()) {
            var leg = String.valueOf(line.getLineNo());
            if (event.getOrderCameLater()) {
                movements.add(row(facts, of, leg + " drafted", "billed", line.getLineNo(), row -> {
                    row.setInvoiceId(event.getInvoiceId());
                    row.setDraftedAmount(line.getDrafted().negate());
                }));
            }
            movements.add(row(facts, of, leg, "billed", line.getLineNo(), row -> {
                row.setPoNumber(event.getPoNumber());
                row.setInvoiceId(event.getInvoiceId());
                row.setDraftedAmount(
                        event.getOrderCameLater() ? NONE : line.getDrafted().negate());
                row.setBilledAmount(line.getBilled());
            }));
        }
    }

    @EventHandler
    void on(FundsRestored event, EventMetadata facts) {
        var of = new Of(event.getLegalEntityId(), event.getContractId(), event.getCurrency());
        for (var portion : event.getPortions()) {
            movements.add(row(facts, of, portion.getSourceId(), "restored", portion.getLineNo(), row -> {
                row.setSourceId(portion.getSourceId());
                row.setPoNumber(event.getPoNumber());
                row.setBilledAmount(portion.getAmount().negate());
            }));
        }
    }

    @EventHandler
    void on(FundsRanShort event, EventMetadata facts) {
        limits.ranShort(facts, event.getFundingId(), event.getLimitId(), true);
    }

    @EventHandler
    void on(FundsSufficed event, EventMetadata facts) {
        limits.ranShort(facts, event.getFundingId(), event.getLimitId(), false);
    }

    private record Source(
            String id,
            int lineNo,
            String customer,
            String project,
            LocalDate serviceDate,
            String rank,
            @Nullable String shortOf) {}

    private void asked(
            EventMetadata facts, Of of, Source source, String kind, List<FundsShare> shares, BigDecimal heldChange) {
        for (var share : shares) {
            if (share.getChange().signum() != 0) {
                var order = share.getPoNumber() == null ? "" : share.getPoNumber();
                movements.add(row(facts, of, "po " + order, kind, source.lineNo(), row -> {
                    fill(row, source);
                    row.setPoNumber(share.getPoNumber());
                    row.setReservedAmount(share.getChange());
                }));
            }
        }
        if (heldChange.signum() != 0) {
            movements.add(row(facts, of, "held", kind, source.lineNo(), row -> {
                fill(row, source);
                row.setOverLimitAmount(heldChange);
            }));
        }
    }

    private record OnDraft(
            String kind,
            String fundingId,
            String invoice,
            @Nullable String order) {}

    /** What is drafted counts for the order of its invoice; what is reserved comes from the order that funds are drawn from. */
    private void onDraft(
            EventMetadata facts, Of of, OnDraft draft, FundsPortion portion, BigDecimal drafted, BigDecimal reserved) {
        var drawn = limits.shareOf(draft.fundingId(), draft.order());
        boolean isOne = Objects.equals(drawn, draft.order());
        movements.add(row(facts, of, portion.getSourceId(), draft.kind(), portion.getLineNo(), row -> {
            row.setSourceId(portion.getSourceId());
            row.setPoNumber(draft.order());
            row.setInvoiceId(draft.invoice());
            row.setReservedAmount(isOne ? reserved : NONE);
            row.setDraftedAmount(drafted);
        }));
        if (!isOne && reserved.signum() != 0) {
            movements.add(row(facts, of, portion.getSourceId() + " drawn", draft.kind(), portion.getLineNo(), row -> {
                row.setSourceId(portion.getSourceId());
                row.setPoNumber(drawn);
                row.setReservedAmount(reserved);
            }));
        }
    }

    private static void fill(FundingMovementRecord row, Source source) {
        row.setSourceId(source.id());
        row.setCustomerId(source.customer());
        row.setProjectId(source.project());
        row.setServiceDate(source.serviceDate());
        row.setRank(source.rank());
        row.setShortOf(source.shortOf());
    }
}
