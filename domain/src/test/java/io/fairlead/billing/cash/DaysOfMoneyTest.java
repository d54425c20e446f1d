package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.CFO;
import static io.fairlead.billing.cash.MoneyExamples.MONEY;
import static io.fairlead.billing.cash.MoneyExamples.TELLER;
import static io.fairlead.billing.cash.MoneyExamples.applied;
import static io.fairlead.billing.cash.MoneyExamples.invoice;
import static io.fairlead.billing.cash.MoneyExamples.received;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.ReceiptApplied;
import io.fairlead.party.MergedCustomers;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On which days money counts that came on the last of March, for an invoice of the second of April. */
class DaysOfMoneyTest {

    private final FixtureConfiguration<Receipt> receipt = new AggregateTestFixture<>(Receipt.class);

    @Test
    void money_is_refunded_from_the_day_on_that_it_came() {
        receipt.given(received("500"))
                .when(refund(MONTH_END.minusDays(1)))
                .expectException(refusal("Z-08"))
                .expectNoEvents();
        receipt.given(received("500")).when(refund(MONTH_END)).expectSuccessfulHandlerExecution();
    }

    @ParameterizedTest
    @CsvSource({"2026-01-01, 2026-04-02", "2026-04-01, 2026-04-02", "2026-04-02, 2026-04-02", "2026-04-03, 2026-04-03"})
    void money_of_before_its_invoice_pays_it_from_the_issue_on(LocalDate on, LocalDate counts) {
        var apply = new ApplyReceipt(
                MONEY, "a", invoice("inv-1", "357"), null, on, ApplicationBasis.BY_HAND, TELLER, MergedCustomers.NONE);
        receipt.given(received("500"))
                .when(apply)
                .expectEvents(ReceiptApplied.newBuilder(applied("a", "inv-1", "357", "143"))
                        .setValueDate(counts)
                        .build());
    }

    private static RefundMoney refund(LocalDate on) {
        return new RefundMoney(MONEY, "r", null, on, "paid twice", CFO);
    }
}
