package io.fairlead.billing.view;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.document.LineNames;
import io.fairlead.projection.db.tables.records.InvoiceLineRecord;
import java.math.BigDecimal;

/** A line as it was drafted, with who worked by name. Part of {@link InvoiceLineProjection}. */
final class DraftedLine {

    static void fill(InvoiceLineRecord row, InvoiceLine line, LineNames names) {
        row.setSourceId(line.getSourceId());
        row.setPortionNo(line.getPortionNo());
        row.setContractLineNo(line.getContractLineNo());
        row.setProjectId(line.getProjectId());
        row.setDescription(names.described(line.getLineNo(), line.getDescription()));
        row.setServiceDate(line.getServiceDate());
        row.setSeconds(line.getSeconds());
        row.setPrice(line.getPrice());
        row.setSecondsPerUnit(line.getSecondsPerUnit());
        row.setNetAmount(line.getNet());
        row.setAdjustmentAmount(BigDecimal.ZERO.setScale(4));
        row.setRemoved(false);
        TaxColumns.set(row, line);
    }

    private DraftedLine() {}
}
