package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.CUSTOMER_CREDIT;
import static io.fairlead.projection.db.Tables.CUSTOMER_CREDIT_PART;

import io.fairlead.billing.event.CustomerCreditAssigned;
import io.fairlead.billing.event.CustomerCreditOpened;
import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.CustomerCreditReturned;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.CustomerCreditPartRecord;
import io.fairlead.projection.db.tables.records.CustomerCreditRecord;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What is owed to customers and where it went; read by {@link CustomerCreditQuery}. */
public final class CustomerCreditProjection implements Projection {

    private final UpsertTable<CustomerCreditRecord> credits = UpsertTable.of(CUSTOMER_CREDIT, "customer-credit");
    private final UpsertTable<CustomerCreditPartRecord> parts = UpsertTable.of(CUSTOMER_CREDIT_PART, "customer-credit");

    @Override
    public String name() {
        return "customer-credit";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(credits, parts);
    }

    @EventHandler
    void on(CustomerCreditOpened event, EventMetadata facts) {
        credits.put(
                facts,
                row -> {
                    row.setDocumentId(event.getDocumentId());
                    row.setNumber(event.getNumber());
                    row.setInvoiceId(event.getInvoiceId());
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setContractId(event.getContractId());
                    row.setAmount(event.getAmount());
                    row.setLeftAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setIssueDate(event.getIssueDate());
                },
                event.getCustomerCreditId());
    }

    @EventHandler
    void on(CustomerCreditAssigned event, EventMetadata facts) {
        credits.change(facts, row -> row.setLeftAmount(event.getLeft()), event.getCustomerCreditId());
        parts.put(
                facts,
                row -> {
                    row.setKind("assignment");
                    row.setStatus("live");
                    row.setToInvoiceId(event.getToInvoiceId());
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setValueDate(event.getValueDate());
                    row.setDoneBy(event.getAssignedBy());
                },
                event.getCustomerCreditId(),
                event.getAssignmentId());
    }

    @EventHandler
    void on(CustomerCreditReturned event, EventMetadata facts) {
        credits.change(facts, row -> row.setLeftAmount(event.getLeft()), event.getCustomerCreditId());
        parts.change(
                facts,
                row -> {
                    row.setStatus("returned");
                    row.setReason(event.getReason());
                },
                event.getCustomerCreditId(),
                event.getAssignmentId());
    }

    @EventHandler
    void on(CustomerCreditPaidOut event, EventMetadata facts) {
        credits.change(facts, row -> row.setLeftAmount(event.getLeft()), event.getCustomerCreditId());
        parts.put(
                facts,
                row -> {
                    row.setKind("refund");
                    row.setStatus("live");
                    row.setAmount(event.getAmount());
                    row.setCurrency(event.getCurrency());
                    row.setValueDate(event.getValueDate());
                    row.setReason(event.getReason());
                    row.setDoneBy(event.getPaidOutBy());
                },
                event.getCustomerCreditId(),
                "refund/" + event.getRefundId());
    }
}
