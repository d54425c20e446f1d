package io.fairlead.gateway.account;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.gateway.erp.AccountBooking;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Money that came in or went back, as the ERP is told. Part of {@link WhenAccountMovesThenDeliver}. */
final class MovedMoney {

    private final StreamHistory history;
    private final Predicate<String> isErp;

    /** @param isErp whether a system that told of money is the ERP itself */
    MovedMoney(StreamHistory history, Predicate<String> isErp) {
        this.history = history;
        this.isErp = isErp;
    }

    /** @param place of the event in its stream, from 0 */
    static AccountBooking of(MoneyReceived event, long place) {
        return booking(
                event.getReceiptId(),
                place,
                "MONEY_IN",
                event.getCustomerId(),
                event.getLegalEntityId(),
                event.getAmount().negate(),
                event.getCurrency(),
                event.getValueDate());
    }

    /** Money that names its customer was told when it came in, and what the ERP booked itself it knows. */
    Optional<AccountBooking> of(ReceiptAssigned event, long place) {
        var receipt = event.getReceiptId();
        boolean isToldByErp = history.last(receipt, PaymentReceived.class)
                .filter(payment -> isErp.test(payment.getSource()))
                .isPresent();
        if (isToldByErp || event.getLeft().signum() == 0) {
            return Optional.empty();
        }
        boolean isOnNobodysAccount = history.last(receipt, MoneyReceived.class).isPresent();
        return Optional.of(booking(
                receipt,
                place,
                isOnNobodysAccount ? "MONEY_ASSIGNED" : "MONEY_IN",
                event.getCustomerId(),
                event.getLegalEntityId(),
                event.getLeft().negate(),
                event.getCurrency(),
                event.getValueDate()));
    }

    /** Also of a payer whom nobody knows; of money that no company is known for there are no books to tell. */
    static Optional<AccountBooking> of(MoneySentBack event, long place) {
        var entity = event.getLegalEntityId();
        return entity == null
                ? Optional.empty()
                : Optional.of(booking(
                        event.getReceiptId(),
                        place,
                        "MONEY_BACK",
                        event.getCustomerId(),
                        entity,
                        event.getAmount(),
                        event.getCurrency(),
                        event.getValueDate()));
    }

    private static AccountBooking booking(
            String receiptId,
            long place,
            String what,
            @Nullable String customerId,
            String entity,
            BigDecimal amount,
            String currency,
            LocalDate day) {
        return new AccountBooking(
                BookingRef.of(receiptId, place),
                receiptId,
                BookingRef.version(place),
                what,
                customerId,
                StreamKey.keyOf(entity),
                amount,
                null,
                currency,
                day,
                null);
    }
}
