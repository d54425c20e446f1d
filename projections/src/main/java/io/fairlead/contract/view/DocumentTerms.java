package io.fairlead.contract.view;

import io.fairlead.contract.event.ContractSigned;
import io.fairlead.projection.db.tables.records.ContractRecord;

/** What a contract says of its documents: what one holds, how it is taxed, sent and paid. Part of {@link ContractProjection}. */
final class DocumentTerms {

    static void set(ContractRecord row, ContractSigned event) {
        row.setTaxRounding(event.getTaxRounding());
        row.setInvoicePer(event.getInvoicePer());
        row.setEInvoice(event.getEInvoice());
        row.setPayableStep(event.getPayableStep());
        row.setInvoiceLines(event.getInvoiceLines());
    }

    private DocumentTerms() {}
}
