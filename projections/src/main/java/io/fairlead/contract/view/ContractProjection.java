package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_AMENDMENT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_ORDER;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.PRICE_MOVEMENT;

import io.fairlead.contract.event.BillingHeld;
import io.fairlead.contract.event.BillingHoldLifted;
import io.fairlead.contract.event.ContractAmended;
import io.fairlead.contract.event.ContractClosed;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.projection.AppendOnlyTable;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.ContractAmendmentRecord;
import io.fairlead.projection.db.tables.records.ContractLineRecord;
import io.fairlead.projection.db.tables.records.ContractOrderRecord;
import io.fairlead.projection.db.tables.records.ContractPayerRecord;
import io.fairlead.projection.db.tables.records.ContractRecord;
import io.fairlead.projection.db.tables.records.PriceMovementRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;
import org.jspecify.annotations.Nullable;

/** Contracts, their lines and their price as signed movements; read by {@link ContractQuery} and the backlog. */
public final class ContractProjection implements Projection {

    private final UpsertTable<ContractRecord> contracts = UpsertTable.of(CONTRACT, "contract");
    private final UpsertTable<ContractLineRecord> lines = UpsertTable.of(CONTRACT_LINE, "contract");
    private final UpsertTable<ContractOrderRecord> orders = UpsertTable.of(CONTRACT_ORDER, "contract");
    private final AppendOnlyTable<ContractAmendmentRecord> amendments = AppendOnlyTable.of(CONTRACT_AMENDMENT);
    private final AppendOnlyTable<ContractPayerRecord> payers = AppendOnlyTable.of(CONTRACT_PAYER);
    private final AppendOnlyTable<PriceMovementRecord> prices = AppendOnlyTable.of(PRICE_MOVEMENT);

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(contracts, lines, orders, amendments, payers, prices);
    }

    @EventHandler
    void on(ContractSigned event, EventMetadata facts) {
        contracts.put(facts, row -> fill(row, event), event.getContractId());
        for (var line : event.getLines()) {
            lines.put(facts, row -> ContractLineRows.fill(row, line), event.getContractId(), line.getLineNo());
            prices.add(ContractPrices.signed(event, line, facts));
        }
        if (event.getPoNumber() != null) {
            order(facts, event.getContractId(), event.getPoNumber(), 1, null);
        }
        for (var payer : event.getPayers()) {
            payers.add(new ContractPayerRecord(
                    event.getContractId(),
                    payer.getCustomerId(),
                    payer.getShare(),
                    payer.getTakesResidue(),
                    facts.position()));
        }
    }

    @EventHandler
    void on(PurchaseOrderReceived event, EventMetadata facts) {
        contracts.change(facts, row -> row.setPoNumber(event.getPoNumber()), event.getContractId());
        var known = orders.find(event.getContractId(), event.getPoNumber());
        int ordinal = known == null ? orders.of(event.getContractId()).size() + 1 : known.getOrdinal();
        order(facts, event.getContractId(), event.getPoNumber(), ordinal, event.getAmount());
    }

    @EventHandler
    void on(ContractAmended event, EventMetadata facts) {
        var contract = event.getContractId();
        contracts.change(
                facts,
                row -> {
                    row.setTermTo(event.getTermTo());
                    row.setLimitAmount(event.getLimit());
                    // Without limits the latest order is the one that invoices name.
                    row.setPoNumber(
                            event.getPurchaseOrders().isEmpty()
                                    ? null
                                    : event.getPurchaseOrders().getLast().getNumber());
                },
                contract);
        for (var line : event.getLines()) {
            prices.add(ContractPrices.amended(event, line, facts));
            amendments.add(ContractPrices.row(event, line, facts));
            if (!line.getAdded()) {
                lines.change(
                        facts,
                        row -> {
                            row.setAmount(line.getAmount());
                            row.setLimitAmount(line.getLimit());
                            row.setTermTo(line.getTermTo());
                        },
                        contract,
                        line.getLineNo());
            }
        }
        for (var line : event.getAdded()) {
            lines.put(facts, row -> ContractLineRows.fill(row, line), contract, line.getLineNo());
        }
        if (event.getLines().isEmpty()) {
            amendments.add(ContractPrices.row(event, null, facts));
        }
        for (var known : List.copyOf(orders.of(contract))) {
            orders.change(facts, row -> row.setDrawn(false), contract, known.getPoNumber());
        }
        draw(event, facts);
    }

    /** The orders that the amendment names, once in their new places. */
    private void draw(ContractAmended event, EventMetadata facts) {
        int ordinal = 0;
        for (var order : event.getPurchaseOrders()) {
            int place = ++ordinal;
            var known = orders.find(event.getContractId(), order.getNumber());
            if (known == null) {
                order(facts, event.getContractId(), order.getNumber(), place, order.getAmount());
            } else {
                known.setDrawn(true);
                known.setOrdinal(place);
                known.setLimitAmount(order.getAmount());
            }
        }
    }

    @EventHandler
    void on(BillingHeld event, EventMetadata facts) {
        hold(facts, event.getContractId(), event.getLineNo(), event.getReason());
    }

    @EventHandler
    void on(BillingHoldLifted event, EventMetadata facts) {
        hold(facts, event.getContractId(), event.getLineNo(), null);
    }

    private void hold(EventMetadata facts, String contractId, @Nullable Integer lineNo, @Nullable String reason) {
        if (lineNo == null) {
            contracts.change(facts, row -> row.setHoldReason(reason), contractId);
        } else {
            lines.change(facts, row -> row.setHoldReason(reason), contractId, lineNo);
        }
    }

    private void order(EventMetadata facts, String contractId, String number, int ordinal, @Nullable BigDecimal limit) {
        orders.put(
                facts,
                row -> {
                    row.setOrdinal(ordinal);
                    row.setLimitAmount(limit);
                    row.setDrawn(true);
                },
                contractId,
                number);
    }

    @EventHandler
    void on(ContractClosed event, EventMetadata facts) {
        contracts.change(facts, row -> row.setClosedOn(event.getClosedOn()), event.getContractId());
    }

    private static void fill(ContractRecord row, ContractSigned event) {
        row.setDealId(event.getDealId());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setName(event.getName());
        row.setCurrency(event.getCurrency());
        row.setSignedOn(event.getSignedOn());
        row.setTermFrom(event.getTermFrom());
        row.setTermTo(event.getTermTo());
        row.setZone(event.getZone());
        row.setPaymentTermsDays(event.getPaymentTermsDays());
        row.setPoRequired(event.getPoRequired());
        row.setPoNumber(event.getPoNumber());
        row.setBuyerReference(event.getBuyerReference());
        row.setRateCardId(event.getRateCardId());
        row.setRounding(event.getRounding());
        row.setSecondsPerDay(event.getSecondsPerDay());
        row.setTimeRoundingMode(event.getTimeRoundingMode());
        row.setTimeRoundingMinutes(event.getTimeRoundingMinutes());
        row.setTimeRoundingPer(event.getTimeRoundingPer());
        row.setLimitPolicy(event.getLimitPolicy());
        row.setLimitAmount(event.getLimit());
        row.setMidnight(event.getMidnight());
        row.setSlaDays(event.getSlaDays());
        row.setFxDate(event.getFxDate());
        DocumentTerms.set(row, event);
    }
}
