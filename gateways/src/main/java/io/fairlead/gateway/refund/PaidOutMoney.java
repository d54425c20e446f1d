package io.fairlead.gateway.refund;

import io.fairlead.billing.event.CustomerCreditPaidOut;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.gateway.erp.RefundData;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import io.fairlead.shared.StreamKey;
import java.util.List;
import java.util.Optional;

/** Money that was paid out, as the ERP is told. Part of {@link WhenCustomerIsPaidOutThenDeliver}. */
final class PaidOutMoney {

    private final StreamHistory history;

    PaidOutMoney(StreamHistory history) {
        this.history = history;
    }

    RefundData of(CustomerCreditPaidOut event) {
        var owner = event.getCustomerCreditId();
        var refunds = history.all(owner, CustomerCreditPaidOut.class).stream()
                .map(CustomerCreditPaidOut::getRefundId)
                .toList();
        return new RefundData(
                ref(owner, event.getRefundId()),
                event.getDocumentId(),
                version(refunds, event.getRefundId()),
                event.getCustomerId(),
                StreamKey.keyOf(event.getLegalEntityId()),
                event.getAmount(),
                event.getCurrency(),
                event.getValueDate());
    }

    /** Also of a payer whom nobody knows; of money that no company is known for there are no books to tell. */
    Optional<RefundData> of(MoneyRefunded event) {
        var entity = event.getLegalEntityId();
        if (entity == null) {
            return Optional.empty();
        }
        var owner = event.getReceiptId();
        var refunds = history.all(owner, MoneyRefunded.class).stream()
                .map(MoneyRefunded::getRefundId)
                .toList();
        return Optional.of(new RefundData(
                ref(owner, event.getRefundId()),
                owner,
                version(refunds, event.getRefundId()),
                event.getCustomerId(),
                StreamKey.keyOf(entity),
                event.getAmount(),
                event.getCurrency(),
                event.getValueDate()));
    }

    private static String ref(String owner, String refundId) {
        return "refund:" + NameUuid.of("refund", owner, refundId);
    }

    /** Which of them it is, from 1. */
    private static int version(List<String> refunds, String refundId) {
        return refunds.indexOf(refundId) + 1;
    }
}
