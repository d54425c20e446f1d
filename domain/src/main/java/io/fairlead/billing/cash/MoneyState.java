package io.fairlead.billing.cash;

import io.fairlead.billing.event.MoneyReceived;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.MoneySentBack;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.billing.event.ReceiptAssigned;
import io.fairlead.billing.event.ReceiptUnapplied;
import io.fairlead.shared.Recording;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.jspecify.annotations.Nullable;

/** Where the money of a {@link Receipt} is: set against invoices, refunded, gone, or left on account. Decides nothing. */
final class MoneyState {

    private static final int SCALE = 4;

    private @Nullable PaymentReceived payment;
    private @Nullable MoneyReceived told;
    private @Nullable ReceiptAssigned assigned;
    private BigDecimal left = BigDecimal.ZERO;
    private final Map<String, ReceiptApplied> applied = new LinkedHashMap<>(); // In their order.
    private final Set<String> unapplied = new HashSet<>();
    private final Map<String, BigDecimal> refunded = new HashMap<>();
    private boolean sentBack;

    ReceivedMoney money() {
        var money = told == null ? ReceivedMoney.of(Objects.requireNonNull(payment)) : ReceivedMoney.of(told);
        return assigned == null ? money : money.of(assigned);
    }

    /** On account; a state saved as JSON forgets the scale. */
    BigDecimal left() {
        return left.setScale(SCALE);
    }

    boolean isSentBack() {
        return sentBack;
    }

    Map<String, BigDecimal> refunded() {
        return refunded;
    }

    @Nullable
    ReceiptApplied application(String applicationId) {
        return applied.get(applicationId);
    }

    boolean isUnapplied(String applicationId) {
        return unapplied.contains(applicationId);
    }

    boolean wasEverApplied() {
        return !applied.isEmpty();
    }

    /** What is set against invoices now. */
    List<ReceiptApplied> live() {
        return applied.values().stream()
                .filter(each -> !isUnapplied(each.getApplicationId()))
                .toList();
    }

    /** By which it is decided what may become of it. */
    MoneyLimits limits() {
        return new MoneyLimits(money(), left());
    }

    void record(SpecificRecord event) {
        var entity = money().legalEntityId();
        if (entity == null) {
            Recording.record(event);
        } else {
            Recording.record(event, entity);
        }
    }

    @EventSourcingHandler
    void evolve(PaymentReceived event) {
        payment = event;
        left = event.getAmount();
    }

    @EventSourcingHandler
    void evolve(MoneyReceived event) {
        told = event;
        left = event.getAmount();
    }

    @EventSourcingHandler
    void evolve(ReceiptAssigned event) {
        assigned = event;
    }

    @EventSourcingHandler
    void evolve(ReceiptApplied event) {
        applied.put(event.getApplicationId(), event);
        left = event.getLeft();
    }

    @EventSourcingHandler
    void evolve(ReceiptUnapplied event) {
        unapplied.add(event.getApplicationId());
        left = event.getLeft();
    }

    @EventSourcingHandler
    void evolve(MoneySentBack event) {
        sentBack = true;
        left = BigDecimal.ZERO;
    }

    @EventSourcingHandler
    void evolve(MoneyRefunded event) {
        refunded.put(event.getRefundId(), event.getAmount());
        left = event.getLeft();
    }
}
