package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.OPEN_ITEM;

import io.fairlead.billing.event.CreditApplied;
import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.billing.event.CustomerCreditTaken;
import io.fairlead.billing.event.InvoiceIssued;
import io.fairlead.document.PayableAmounts;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.OpenItemRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/**
 * What customers owe by each invoice, above 0, and what is owed to them by each document or is on account, below 0; read by
 * {@link OpenItemQuery}.
 */
public final class OpenItemProjection implements Projection {

    private static final BigDecimal NONE = BigDecimal.ZERO.setScale(4);

    private final UpsertTable<OpenItemRecord> items =
            UpsertTable.of(OPEN_ITEM, "invoice", "customer-credit", "receipt");
    private final OpenMoneyItems money = new OpenMoneyItems(items);
    private final OpenClaims claims = new OpenClaims(items);

    @Override
    public String name() {
        return "open-item";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(items);
    }

    @Override
    public List<Object> handlers() {
        return List.of(this, money, claims);
    }

    @EventHandler
    void on(InvoiceIssued event, EventMetadata facts) {
        items.put(
                facts,
                row -> {
                    row.setDocumentId(event.getInvoiceId());
                    row.setInvoiceId(event.getInvoiceId());
                    row.setNumber(event.getNumber());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setContractId(event.getContractId());
                    row.setIssueDate(event.getIssueDate());
                    row.setDueDate(event.getDueDate());
                    var payable = PayableAmounts.of(event.getGross(), event.getPayableRounding());
                    row.setGrossAmount(payable);
                    // What is owed to the customer by a document below 0 has a row of its own.
                    row.setOpenAmount(payable.max(NONE));
                    row.setCurrency(event.getCurrency());
                },
                event.getInvoiceId());
    }

    @EventHandler
    void on(CreditApplied event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    @EventHandler
    void on(CustomerCreditOpened event, EventMetadata facts) {
        items.put(
                facts,
                row -> {
                    row.setDocumentId(event.getDocumentId());
                    row.setInvoiceId(event.getInvoiceId());
                    row.setNumber(event.getNumber());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setContractId(event.getContractId());
                    row.setIssueDate(event.getIssueDate());
                    row.setDueDate(event.getIssueDate());
                    row.setGrossAmount(event.getAmount().negate());
                    row.setOpenAmount(event.getAmount().negate());
                    row.setCurrency(event.getCurrency());
                },
                event.getCustomerCreditId());
    }

    @EventHandler
    void on(CustomerCreditAssigned event, EventMetadata facts) {
        open(facts, event.getCustomerCreditId(), event.getLeft().negate());
    }

    @EventHandler
    void on(CustomerCreditReturned event, EventMetadata facts) {
        open(facts, event.getCustomerCreditId(), event.getLeft().negate());
    }

    @EventHandler
    void on(CustomerCreditPaidOut event, EventMetadata facts) {
        open(facts, event.getCustomerCreditId(), event.getLeft().negate());
    }

    @EventHandler
    void on(CustomerCreditTaken event, EventMetadata facts) {
        open(facts, event.getInvoiceId(), event.getOpen());
    }

    private void open(EventMetadata facts, String itemId, BigDecimal open) {
        items.change(facts, row -> row.setOpenAmount(open), itemId);
    }
}
