package io.fairlead.gateway.erp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An approved invoice or credit note to be staged as a draft and verified; goes out when its customer and projects, and the
 * invoice that it credits, are confirmed.
 *
 * @param documentId invoice:<uuid> or credit-note:<uuid>
 * @param company the legal entity's code in the ERP
 * @param number the document's number where it is known already; the ERP takes it at commit
 * @param net sum of the lines' net
 * @param tax sum of the tax rows' tax
 * @param taxRounding DOCUMENT or LINE; null in what was enqueued before modes: DOCUMENT
 * @param credits of a credit note, the invoice that it credits; null for invoices
 * @param rounding what is added to the gross to pay in steps; null in what was enqueued before steps: 0
 */
public record DocumentDraft(
        @JsonProperty(STORED_ID) String documentId,
        int version,
        String company,
        String customerId,
        @Nullable String number,
        String currency,
        LocalDate accountingDate,
        LocalDate dueDate,
        @Nullable String purchaseOrder,
        List<InvoiceLine> lines,
        List<TaxRow> taxRows,
        BigDecimal net,
        BigDecimal tax,
        BigDecimal gross,
        @Nullable String taxRounding,
        @Nullable String credits,
        @Nullable BigDecimal rounding)
        implements DocumentPayload {

    /** The name of the document's id in what is stored of deliveries, from when only invoices were sent. */
    static final String STORED_ID = "invoiceId";

    public DocumentDraft {
        lines = List.copyOf(lines);
        taxRows = List.copyOf(taxRows);
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.STAGE_INVOICE;
    }

    @Override
    public Set<String> needs() {
        var needs = new HashSet<String>();
        needs.add(DeliveryPayload.customerLane(customerId));
        for (var line : lines) {
            if (line.projectId() != null) {
                needs.add(DeliveryPayload.projectLane(line.projectId()));
            }
        }
        if (credits != null) {
            needs.add(DeliveryPayload.documentLane(credits));
        }
        return Set.copyOf(needs);
    }
}
