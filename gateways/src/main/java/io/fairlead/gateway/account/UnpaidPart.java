package io.fairlead.gateway.account;

import io.fairlead.billing.event.DeductionTaken;
import io.fairlead.billing.event.DeductionTakenBack;
import io.fairlead.gateway.erp.AccountBooking;
import io.fairlead.shared.StreamKey;

/** What is not paid of an invoice, or is owed again, as the ERP is told. Part of {@link WhenAccountMovesThenDeliver}. */
final class UnpaidPart {

    /** @param place of the event in its stream, from 0 */
    static AccountBooking of(DeductionTaken event, long place) {
        return new AccountBooking(
                BookingRef.of(event.getInvoiceId(), place),
                event.getInvoiceId(),
                BookingRef.version(place),
                event.getKind(),
                event.getCustomerId(),
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getAmount().negate(),
                event.getTax().negate(),
                event.getCurrency(),
                event.getValueDate(),
                event.getInvoiceId());
    }

    /** @param place of the event in its stream, from 0 */
    static AccountBooking of(DeductionTakenBack event, long place) {
        return new AccountBooking(
                BookingRef.of(event.getInvoiceId(), place),
                event.getInvoiceId(),
                BookingRef.version(place),
                event.getKind(),
                event.getCustomerId(),
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getAmount(),
                event.getTax(),
                event.getCurrency(),
                event.getValueDate(),
                event.getInvoiceId());
    }

    private UnpaidPart() {}
}
