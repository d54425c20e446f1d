package io.fairlead.gateway.erp;

import io.fairlead.billing.credit.CreditNoteId;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What a delivery of an invoice or a credit note has in common: its id, its kind and the money at stake. */
public sealed interface DocumentPayload extends DeliveryPayload permits DocumentDraft, DocumentPosting {

    /** What a document is to the buyer, told once by its id; both kinds go to the ERP in the same way. */
    enum DocumentKind {
        INVOICE,
        CREDIT_NOTE;

        static DocumentKind of(String documentId) {
            return CreditNoteId.isOne(documentId) ? CREDIT_NOTE : INVOICE;
        }
    }

    /** invoice:&lt;uuid&gt; or credit-note:&lt;uuid&gt;. */
    String documentId();

    /** ISO 4217 code of all amounts. */
    String currency();

    /** Net and tax. */
    BigDecimal gross();

    /** What is added to the gross to pay in steps; null means 0. */
    @Nullable
    BigDecimal rounding();

    default DocumentKind documentKind() {
        return DocumentKind.of(documentId());
    }

    @Override
    default String aggregateId() {
        return documentId();
    }

    @Override
    default String lane() {
        return DeliveryPayload.documentLane(documentId());
    }

    @Override
    default BigDecimal moneyAtStake() {
        var rounding = rounding();
        return rounding == null ? gross() : gross().add(rounding);
    }

    @Override
    default String atStakeIn() {
        return currency();
    }
}
