package io.fairlead.billing.cash;

import static io.fairlead.billing.invoice.BillingExamples.received;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivePaymentTest {

    private final FixtureConfiguration<Receipt> receipt = new AggregateTestFixture<>(Receipt.class);

    @Test
    void money_is_recorded_with_the_invoice_it_names() {
        receipt.givenNoPriorActivity().when(receive("119")).expectEvents(received("119"));
    }

    @Test
    void the_same_money_again_changes_nothing() {
        receipt.given(received("119"))
                .when(receive("119.00"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void another_amount_under_the_same_id_is_refused() {
        receipt.given(received("119"))
                .when(receive("118"))
                .expectException(refusal("Z-01"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "0.00001"})
    void money_is_above_zero_and_fits_the_wire(String amount) {
        assertRefused("G-02", "amount", () -> receive(amount));
    }

    private static ReceivePayment receive(String amount) {
        return new ReceivePayment(
                ReceiptId.of("pay-1"), "erp", "77", INVOICE, new BigDecimal(amount), "EUR", MONTH_END);
    }
}
