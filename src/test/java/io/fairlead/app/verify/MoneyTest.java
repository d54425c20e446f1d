package io.fairlead.app.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.app.verify.account.MoneyAccount;
import io.fairlead.app.verify.invariant.MoneyAddsUp;
import io.fairlead.billing.event.MoneyRefunded;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.PaymentReceived;
import io.fairlead.billing.event.ReceiptApplied;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Money that does not add up is seen. */
class MoneyTest {

    @Test
    void money_that_adds_up_is_right() {
        assertThat(examples(List.of(received(), applied("119", "24"), paid("119")), "24"))
                .isEmpty();
    }

    @Test
    void a_cent_that_is_nowhere_is_seen() {
        assertThat(examples(List.of(received(), applied("119", "23.99"), paid("119")), "24"))
                .anyMatch(told -> told.contains("on account is said to be 23.99, recomputed 24"));
        assertThat(examples(List.of(received(), applied("119", "24"), paid("119")), "0"))
                .anyMatch(told -> told.contains("on account in the view"));
    }

    @Test
    void more_than_came_is_seen() {
        assertThat(examples(List.of(received(), applied("119", "24"), paid("119"), refunded("25", "-1")), "-1"))
                .anyMatch(told -> told.contains("gave 1 more than it brought"));
    }

    @Test
    void what_an_invoice_has_otherwise_is_seen() {
        assertThat(examples(List.of(received(), applied("119", "24"), paid("118")), "24"))
                .anyMatch(told -> told.contains("stands otherwise there"));
        assertThat(examples(List.of(received(), paid("119")), "143"))
                .anyMatch(told -> told.contains("is not applied to it"));
    }

    private static List<String> examples(List<? extends SpecificRecord> events, String shown) {
        return MoneyAddsUp.compare(Seen.account(new MoneyAccount(), events), Map.of("receipt:r", new BigDecimal(shown)))
                .examples();
    }

    private static PaymentReceived received() {
        var event = new PaymentReceived();
        Seen.set(event, "receiptId", "receipt:r");
        Seen.set(event, "amount", new BigDecimal("143"));
        return event;
    }

    private static ReceiptApplied applied(String amount, String left) {
        var event = new ReceiptApplied();
        Seen.set(event, "receiptId", "receipt:r");
        Seen.set(event, "applicationId", "a");
        Seen.set(event, "invoiceId", "invoice:i");
        Seen.set(event, "amount", new BigDecimal(amount));
        Seen.set(event, "left", new BigDecimal(left));
        return event;
    }

    private static PaymentApplied paid(String amount) {
        var event = new PaymentApplied();
        Seen.set(event, "receiptId", "receipt:r");
        Seen.set(event, "applicationId", "a");
        Seen.set(event, "invoiceId", "invoice:i");
        Seen.set(event, "amount", new BigDecimal(amount));
        return event;
    }

    private static MoneyRefunded refunded(String amount, String left) {
        var event = new MoneyRefunded();
        Seen.set(event, "receiptId", "receipt:r");
        Seen.set(event, "amount", new BigDecimal(amount));
        Seen.set(event, "left", new BigDecimal(left));
        return event;
    }
}
