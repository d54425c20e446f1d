package io.fairlead.app.lookup;

import static io.fairlead.projection.db.Tables.CONTRACT;
import static io.fairlead.projection.db.Tables.INVOICE;

import io.fairlead.billing.einvoice.DraftReadiness;
import io.fairlead.billing.einvoice.EInvoicePolicy;
import io.fairlead.billing.einvoice.EInvoiceReadiness;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.tax.TaxAnswer;
import io.fairlead.billing.tax.TaxOfDraft;
import io.fairlead.gateway.document.BillDocument;
import io.fairlead.gateway.document.BillDocuments;
import io.fairlead.gateway.document.UblDocument;
import io.fairlead.view.CustomerMerges;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** What drafts lack, by the writer of electronic invoices on what they would be if they were issued now. */
public final class DocumentReadiness implements DraftReadiness {

    /** What became of drafts that can still change, or be given up. */
    private static final List<String> BEFORE_ISSUE = List.of("drafted", "approved", "staged", "refused");

    private final DSLContext views;
    private final TaxOfDraft taxes;
    private final BillDocuments documents;

    public DocumentReadiness(DSLContext views, TaxOfDraft taxes, BillDocuments documents) {
        this.views = views;
        this.taxes = taxes;
        this.documents = documents;
    }

    @Override
    public Optional<EInvoiceReadiness> of(InvoiceId id) {
        var policy = views.select(CONTRACT.E_INVOICE)
                .from(INVOICE)
                .join(CONTRACT)
                .on(CONTRACT.CONTRACT_ID.eq(INVOICE.CONTRACT_ID))
                .where(INVOICE.INVOICE_ID.eq(id.value()))
                .fetchOptional(CONTRACT.E_INVOICE)
                .map(EInvoicePolicy::valueOf);
        if (policy.isEmpty() || policy.get() == EInvoicePolicy.NONE) {
            return policy.map(_ -> EInvoiceReadiness.NOT_ASKED);
        }
        return taxes.of(id)
                .filter(TaxAnswer.Taxed.class::isInstance)
                .map(TaxAnswer.Taxed.class::cast)
                .flatMap(taxed -> documents.draftTaxed(id.value(), taxed))
                .map(document ->
                        new EInvoiceReadiness(policy.get(), isAddressed(document), UblDocument.lacks(document)));
    }

    private static boolean isAddressed(BillDocument document) {
        return document.payee() != null
                && document.seller().getEndpointId() != null
                && document.buyer().getEndpointId() != null;
    }

    @Override
    public List<InvoiceId> draftsOf(String partyId) {
        return views.select(INVOICE.INVOICE_ID)
                .from(INVOICE)
                .where(INVOICE.STATUS.in(BEFORE_ISSUE))
                .and(INVOICE.ISSUED_AT.isNull())
                .and(CustomerMerges.of(views)
                        .only(INVOICE.CUSTOMER_ID, partyId)
                        .or(INVOICE.LEGAL_ENTITY_ID.eq(partyId)))
                .orderBy(INVOICE.INVOICE_ID)
                .fetch(row -> new InvoiceId(row.value1()));
    }
}
