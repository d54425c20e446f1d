package io.fairlead.contract.view;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.CONTRACT_LINE;
import static io.fairlead.projection.db.Tables.CONTRACT_ORDER;
import static io.fairlead.projection.db.Tables.CONTRACT_PAYER;

import io.fairlead.projection.db.tables.records.ContractRecord;
import io.fairlead.view.ColumnsOf;
import io.fairlead.view.CustomerMerges;
import io.fairlead.view.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Contracts; read by HTTP, CLI and processes. */
public final class ContractQuery {

    private static final Field<?>[] ORDER_COLUMNS = ColumnsOf.row(CONTRACT_ORDER, PurchaseOrder.class);
    private static final Field<?>[] PAYER_COLUMNS = ColumnsOf.row(CONTRACT_PAYER, Payer.class);

    private final DSLContext db;

    public ContractQuery(DSLContext db) {
        this.db = db;
    }

    /** One contract; fields as the table's columns. */
    public record Contract(
            String contractId,
            @Nullable String dealId,
            String legalEntityId,
            String customerId,
            String name,
            String currency,
            LocalDate signedOn,
            LocalDate termFrom,
            @Nullable LocalDate termTo,
            String zone,
            int paymentTermsDays,
            boolean poRequired,
            @Nullable String poNumber,
            @Nullable String buyerReference,
            @Nullable String rateCardId,
            String rounding,
            int secondsPerDay,
            String timeRoundingMode,
            int timeRoundingMinutes,
            String timeRoundingPer,
            String limitPolicy,
            @Nullable BigDecimal limit,
            String taxRounding,
            String invoicePer,
            String midnight,
            int slaDays,
            String fxDate,
            String eInvoice,
            @Nullable BigDecimal payableRounding,
            String invoiceLines,
            @Nullable LocalDate closedOn,
            @Nullable String holdReason) {}

    /** One line of a contract. */
    public record Line(
            int lineNo,
            String description,
            String method,
            @Nullable BigDecimal amount,
            @Nullable BigDecimal limit,
            @Nullable String taxCategory,
            @Nullable String erpItem,
            @Nullable BigDecimal standAlonePrice,
            @Nullable String obligation,
            @Nullable String revenueMethod,
            @Nullable LocalDate termFrom,
            @Nullable LocalDate termTo,
            @Nullable String unit,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal markUp,
            List<String> taxCodes,
            @Nullable String holdReason) {}

    /** A purchase order, in the order in which they are drawn; no limit when null. */
    public record PurchaseOrder(
            String poNumber, int ordinal, @Nullable BigDecimal limitAmount, boolean drawn) {}

    /** Who pays which share. */
    public record Payer(String customerId, BigDecimal share, boolean takesResidue) {}

    /** A contract with its lines, and its payers where the customer does not pay alone. */
    public record Detail(Contract contract, List<Line> lines, List<Payer> payers, List<PurchaseOrder> purchaseOrders) {}

    public Optional<Detail> byId(String contractId) {
        return db.selectFrom(CONTRACT)
                .where(CONTRACT.CONTRACT_ID.eq(contractId))
                .fetchOptional(ContractQuery::contract)
                .map(contract -> new Detail(contract, lines(contractId), payers(contractId), orders(contractId)));
    }

    /**
     * @param customerId only this customer; null means all
     * @param cursor from the page before; null means from the beginning
     */
    public Page<Contract> list(@Nullable String customerId, @Nullable String cursor, int limit) {
        var rows = db.selectFrom(CONTRACT)
                .where(CustomerMerges.of(db).only(CONTRACT.CUSTOMER_ID, customerId))
                .and(Page.after(CONTRACT.CONTRACT_ID, cursor))
                .orderBy(CONTRACT.CONTRACT_ID)
                .limit(Page.oneMoreThan(limit))
                .fetch(ContractQuery::contract);
        return Page.of(rows, limit, Contract::contractId);
    }

    private List<Line> lines(String contractId) {
        return db.selectFrom(CONTRACT_LINE)
                .where(CONTRACT_LINE.CONTRACT_ID.eq(contractId))
                .orderBy(CONTRACT_LINE.LINE_NO)
                .fetch(row -> new Line(
                        row.getLineNo(),
                        row.getDescription(),
                        row.getMethod(),
                        row.getAmount(),
                        row.getLimitAmount(),
                        row.getTaxCategory(),
                        row.getErpItem(),
                        row.getStandAlonePrice(),
                        row.getObligation(),
                        row.getRevenueMethod(),
                        row.getTermFrom(),
                        row.getTermTo(),
                        row.getUnit(),
                        row.getUnitPrice(),
                        row.getMarkUp(),
                        row.getTaxCodes().isEmpty()
                                ? List.of()
                                : List.of(row.getTaxCodes().split(",", -1)),
                        row.getHoldReason()));
    }

    private List<Payer> payers(String contractId) {
        return db.select(PAYER_COLUMNS)
                .from(CONTRACT_PAYER)
                .where(CONTRACT_PAYER.CONTRACT_ID.eq(contractId))
                .orderBy(CONTRACT_PAYER.CUSTOMER_ID)
                .fetchInto(Payer.class);
    }

    private List<PurchaseOrder> orders(String contractId) {
        return db.select(ORDER_COLUMNS)
                .from(CONTRACT_ORDER)
                .where(CONTRACT_ORDER.CONTRACT_ID.eq(contractId))
                .orderBy(CONTRACT_ORDER.ORDINAL)
                .fetchInto(PurchaseOrder.class);
    }

    private static Contract contract(ContractRecord row) {
        return new Contract(
                row.getContractId(),
                row.getDealId(),
                row.getLegalEntityId(),
                row.getCustomerId(),
                row.getName(),
                row.getCurrency(),
                row.getSignedOn(),
                row.getTermFrom(),
                row.getTermTo(),
                row.getZone(),
                row.getPaymentTermsDays(),
                row.getPoRequired(),
                row.getPoNumber(),
                row.getBuyerReference(),
                row.getRateCardId(),
                row.getRounding(),
                row.getSecondsPerDay(),
                row.getTimeRoundingMode(),
                row.getTimeRoundingMinutes(),
                row.getTimeRoundingPer(),
                row.getLimitPolicy(),
                row.getLimitAmount(),
                row.getTaxRounding(),
                row.getInvoicePer(),
                row.getMidnight(),
                row.getSlaDays(),
                row.getFxDate(),
                row.getEInvoice(),
                row.getPayableStep(),
                row.getInvoiceLines(),
                row.getClosedOn(),
                row.getHoldReason());
    }
}
