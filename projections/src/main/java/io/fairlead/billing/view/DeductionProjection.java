package io.fairlead.billing.view;

import static io.fairlead.projection.db.Tables.INVOICE_DEDUCTION;

import io.fairlead.billing.event.BadDebtProposed;
import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.billing.event.WithholdingCertified;
import io.fairlead.projection.EventMetadata;
import io.fairlead.projection.Projection;
import io.fairlead.projection.TableBuffer;
import io.fairlead.projection.UpsertTable;
import io.fairlead.projection.db.tables.records.InvoiceDeductionRecord;
import java.math.BigDecimal;
import java.util.List;
import org.axonframework.eventhandling.EventHandler;

/** What payers do not pay of their invoices; read by {@link DeductionQuery}. */
public final class DeductionProjection implements Projection {

    private static final String BAD_DEBT = "BAD_DEBT";
    private static final String WITHHOLDING = "WITHHOLDING";

    private final UpsertTable<InvoiceDeductionRecord> deductions = UpsertTable.of(INVOICE_DEDUCTION, "invoice");

    @Override
    public String name() {
        return "invoice-deduction";
    }

    @Override
    public List<TableBuffer<?>> tables() {
        return List.of(deductions);
    }

    @EventHandler
    void on(BadDebtProposed event, EventMetadata facts) {
        deductions.put(
                facts,
                row -> {
                    row.setKind(BAD_DEBT);
                    row.setStatus("proposed");
                    row.setAmount(event.getAmount());
                    row.setBackAmount(BigDecimal.ZERO);
                    row.setCurrency(event.getCurrency());
                    row.setReason(event.getReason());
                    row.setProposedBy(event.getProposedBy());
                },
                event.getInvoiceId(),
                event.getDeductionId());
    }

    @EventHandler
    void on(DeductionTaken event, EventMetadata facts) {
        deductions.put(
                facts,
                row -> {
                    row.setLegalEntityId(event.getLegalEntityId());
                    row.setCustomerId(event.getCustomerId());
                    row.setKind(event.getKind());
                    row.setStatus(event.getKind().equals(WITHHOLDING) ? "standing" : "taken");
                    row.setAmount(event.getAmount());
                    row.setBackAmount(BigDecimal.ZERO);
                    row.setNetAmount(event.getNet());
                    row.setTaxAmount(event.getTax());
                    row.setCurrency(event.getCurrency());
                    row.setValueDate(event.getValueDate());
                    row.setReason(event.getReason());
                    row.setTakenBy(event.getTakenBy());
                    row.setReceiptId(event.getReceiptId());
                },
                event.getInvoiceId(),
                event.getDeductionId());
    }

    @EventHandler
    void on(DeductionTakenBack event, EventMetadata facts) {
        deductions.change(
                facts,
                row -> {
                    row.setBackAmount(row.getBackAmount().add(event.getAmount()));
                    if (row.getBackAmount().compareTo(row.getAmount()) == 0) {
                        row.setStatus("taken back");
                    }
                },
                event.getInvoiceId(),
                event.getDeductionId());
    }

    @EventHandler
    void on(WithholdingCertified event, EventMetadata facts) {
        deductions.change(
                facts,
                row -> {
                    row.setStatus("certified");
                    row.setCertificate(event.getCertificate());
                    row.setCertifiedOn(event.getCertifiedOn());
                },
                event.getInvoiceId(),
                event.getDeductionId());
    }
}
