package io.fairlead.funding.view;

import static io.fairlead.projection.db.Tables.FUNDING_LIMIT;

import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.FundingLimitRecord;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The limits over the whole term that are watched, as they are agreed now, and which order funds are drawn from. Of a cap
 * each period is told, see {@link FundingPeriodProjection}. Part of {@link FundingProjection}.
 */
final class WatchedLimits {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final UpsertTable<FundingLimitRecord> limits = UpsertTable.of(FUNDING_LIMIT, "funding");

    TableBuffer<?> table() {
        return limits;
    }

    void opened(FundingOpened event, EventMetadata facts) {
        int ordinal = 0;
        for (var limit : event.getLimits()) {
            if (limit.getUnit() == null) {
                put(
                        facts,
                        event.getFundingId(),
                        limit,
                        ++ordinal,
                        row -> fill(row, event.getContractId(), event.getLegalEntityId(), event.getCurrency(), NONE));
            }
        }
    }

    void changed(FundingLimitChanged event, EventMetadata facts) {
        if (event.getLimit().getUnit() != null) {
            return;
        }
        var known = limits.find(event.getFundingId(), event.getLimit().getLimitId());
        int ordinal = known == null ? limits.of(event.getFundingId()).size() + 1 : known.getOrdinal();
        put(facts, event.getFundingId(), event.getLimit(), ordinal, row -> {
            if (known == null) {
                fill(row, event.getContractId(), event.getLegalEntityId(), event.getCurrency(), event.getBilled());
            }
        });
    }

    void ranShort(EventMetadata facts, String fundingId, String limitId, boolean isShort) {
        if (limits.find(fundingId, limitId) != null) { // Else it is a period of a cap.
            limits.change(facts, row -> row.setShort(isShort), fundingId, limitId);
        }
    }

    /** The order whose funds an invoice draws: its own if it is watched, else the first one; null while none sets a limit. */
    @Nullable
    String shareOf(String fundingId, @Nullable String order) {
        var orders = limits.of(fundingId).stream()
                .filter(limit -> limit.getPoNumber() != null)
                .sorted(Comparator.comparing(FundingLimitRecord::getOrdinal))
                .toList();
        if (orders.stream().allMatch(limit -> limit.getLimitAmount() == null)) {
            return null;
        }
        return orders.stream().anyMatch(limit -> limit.getPoNumber().equals(order))
                ? order
                : orders.getFirst().getPoNumber();
    }

    private void put(
            EventMetadata facts,
            String fundingId,
            FundingLimit limit,
            int ordinal,
            Consumer<FundingLimitRecord> whenNew) {
        limits.put(
                facts,
                row -> {
                    row.setKind(limit.getKind());
                    row.setLineNo(limit.getLineNo());
                    row.setPoNumber(limit.getPoNumber());
                    row.setOrdinal(ordinal);
                    row.setLimitAmount(limit.getAmount());
                    whenNew.accept(row);
                },
                fundingId,
                limit.getLimitId());
    }

    private static void fill(
            FundingLimitRecord row, String contract, String entity, String currency, BigDecimal billedBefore) {
        row.setContractId(contract);
        row.setLegalEntityId(entity);
        row.setCurrency(currency);
        row.setBilledBefore(billedBefore);
        row.setShort(false);
    }
}
