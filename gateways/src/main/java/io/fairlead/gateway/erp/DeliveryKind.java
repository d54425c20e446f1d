package io.fairlead.gateway.erp;

/** What a delivery asks of the ERP; stored by name. */
public enum DeliveryKind {
    ENSURE_CUSTOMER(CustomerData.class),
    ENSURE_PROJECT(ProjectData.class),
    STAGE_INVOICE(DocumentDraft.class),
    COMMIT_INVOICE(DocumentPosting.class),
    PAY_OUT(RefundData.class),
    BOOK_ACCOUNT(AccountBooking.class);

    private final Class<? extends DeliveryPayload> payload;

    DeliveryKind(Class<? extends DeliveryPayload> payload) {
        this.payload = payload;
    }

    Class<? extends DeliveryPayload> payload() {
        return payload;
    }
}
