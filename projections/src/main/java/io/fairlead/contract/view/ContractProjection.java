package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;
import static io.fairlead.projection.db.Tables.PRICE_MOVEMENT;

import io.fairlead.contract.event.ContractClosed;
import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.contract.event.PurchaseOrderReceived;
import io.fairlead.projection.Collector;
import io.fairlead.projection.Facts;
import io.fairlead.projection.Fold;
import io.fairlead.projection.Rows;
import io.fairlead.projection.States;
import io.fairlead.projection.db.tables.records.ContractLineRecord;
import io.fairlead.projection.db.tables.records.ContractPayerRecord;
import io.fairlead.projection.db.tables.records.ContractRecord;
import io.fairlead.projection.db.tables.records.PriceMovementRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** Contracts, their lines and their price as signed movements; read by {@link ContractQuery} and the backlog. */
public final class ContractProjection implements Fold {

    private static final int RULE_VERSION = 1;

    private final States<ContractRecord> contracts = States.of(CONTRACT, "contract");
    private final Rows<ContractLineRecord> lines = Rows.of(CONTRACT_LINE);
    private final Rows<ContractPayerRecord> payers = Rows.of(CONTRACT_PAYER);
    private final Rows<PriceMovementRecord> prices = Rows.of(PRICE_MOVEMENT);

    @Override
    public String name() {
        return "contract";
    }

    @Override
    public List<Collector<?>> tables() {
        return List.of(contracts, lines, payers, prices);
    }

    @EventHandler
    void on(ContractSigned event, Facts facts) {
        contracts.put(facts, row -> fill(row, event), event.getContractId());
        for (var line : event.getLines()) {
            lines.add(row(event, line, facts));
            prices.add(price(event, line, facts));
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
    void on(PurchaseOrderReceived event, Facts facts) {
        contracts.change(facts, row -> row.setPoNumber(event.getPoNumber()), event.getContractId());
    }

    @EventHandler
    void on(ContractClosed event, Facts facts) {
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
        row.setTaxRounding(event.getTaxRounding());
        row.setInvoicePer(event.getInvoicePer());
        row.setMidnight(event.getMidnight());
        row.setSlaDays(event.getSlaDays());
        row.setFxDate(event.getFxDate());
    }

    private static ContractLineRecord row(ContractSigned event, ContractLine line, Facts facts) {
        var row = new ContractLineRecord();
        row.setContractId(event.getContractId());
        row.setLineNo(line.getLineNo());
        row.setDescription(line.getDescription());
        row.setMethod(line.getMethod());
        row.setAmount(line.getAmount());
        row.setLimitAmount(line.getLimit());
        row.setTaxCategory(line.getTaxCategory());
        row.setErpItem(line.getErpItem());
        row.setStandAlonePrice(line.getStandAlonePrice());
        row.setObligation(line.getObligation());
        row.setRevenueMethod(line.getRevenueMethod());
        row.setTermFrom(line.getTermFrom());
        row.setTermTo(line.getTermTo());
        row.setUnit(line.getUnit());
        row.setUnitPrice(line.getUnitPrice());
        row.setMarkUp(line.getMarkUp());
        row.setTaxCodes(String.join(",", line.getTaxCodes()));
        row.setPosition(facts.position());
        return row;
    }

    private static PriceMovementRecord price(ContractSigned event, ContractLine line, Facts facts) {
        var row = new PriceMovementRecord();
        row.setEventId(facts.eventId());
        row.setLeg(String.valueOf(line.getLineNo()));
        row.setPosition(facts.position());
        row.setRecordedAt(facts.recorded());
        row.setLegalEntityId(event.getLegalEntityId());
        row.setCustomerId(event.getCustomerId());
        row.setContractId(event.getContractId());
        row.setLineNo(line.getLineNo());
        row.setKind("signed");
        row.setServiceDate(event.getTermFrom());
        row.setAccountingDate(event.getSignedOn());
        // R8: the agreed price, for not-to-exceed the limit, else unquantified and never 0.
        row.setPriceAmount(line.getAmount() != null ? line.getAmount() : line.getLimit());
        row.setCurrency(event.getCurrency());
        row.setRuleVersion(RULE_VERSION);
        return row;
    }
}
