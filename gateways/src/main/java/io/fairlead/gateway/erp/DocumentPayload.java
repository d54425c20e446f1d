package io.fairlead.gateway.erp;

import java.math.BigDecimal;

/** What a delivery of an invoice or a credit note has in common: its id, its kind and the money at stake. */
public sealed interface DocumentPayload extends DeliveryPayload permits DocumentDraft, DocumentPosting {

    /** invoice:&lt;uuid&gt; or credit-note:&lt;uuid&gt;. */
    String documentId();

    /** ISO 4217 code of all amounts. */
    String currency();

    /** What the buyer owes by it, or gets back. */
    BigDecimal gross();

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
        return gross();
    }

    @Override
    default String atStakeIn() {
        return currency();
    }
}
