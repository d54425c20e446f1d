package io.fairlead.billing.cash;

import static io.fairlead.billing.cash.MoneyExamples.issuedAs;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.deduction.Deduction;
import io.fairlead.billing.deduction.TakeDeduction;
import io.fairlead.billing.event.PaymentApplied;
import io.fairlead.billing.event.ReceivablePolicySet;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the company's policy makes of the rest of an invoice of 119.00 (case 49): 2 % within 10 days, rests up to 0.05. */
class PolicyDeductionTest {

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("invoice:inv-1", issuedAs("inv-1"));

    @ParameterizedTest
    @CsvSource({
        "2.38, 0, CASH_DISCOUNT",
        "2.38, 10, CASH_DISCOUNT",
        "2.38, 11,",
        "2.37, 10,",
        "2.39, 10,",
        "0.05, 90, SMALL_REST",
        "0.06, 90,",
        "0.00, 0,"
    })
    void a_rest_is_a_discount_in_time_or_small_or_stays_open(String open, int daysAfterIssue, @Nullable String kind) {
        history.with("receivable-policy:GMBH", policy("EUR"));

        deducting().on(payment(open, daysAfterIssue));

        assertThat(sent.of(TakeDeduction.class).stream().map(TakeDeduction::kind))
                .containsExactlyElementsOf(kind == null ? List.of() : List.of(Deduction.valueOf(kind)));
    }

    @Test
    void without_a_policy_or_in_another_currency_a_rest_stays_open() {
        deducting().on(payment("0.01", 0));
        history.with("receivable-policy:GMBH", policy("USD"));
        deducting().on(payment("0.01", 0));

        assertThat(sent.commands()).isEmpty();
    }

    private ProcessUnderTest deducting() {
        return new ProcessUnderTest(new WhenPaymentLeavesRestThenDeduct(sent, history));
    }

    private static PaymentApplied payment(String open, int daysAfterIssue) {
        return PaymentApplied.newBuilder()
                .setInvoiceId("invoice:inv-1")
                .setReceiptId("receipt:pay-1")
                .setApplicationId("a")
                .setAmount(wire("119").subtract(wire(open)))
                .setOpen(wire(open))
                .setCurrency("EUR")
                .setValueDate(ISSUE_DAY.plusDays(daysAfterIssue))
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .build();
    }

    private static ReceivablePolicySet policy(String currency) {
        return ReceivablePolicySet.newBuilder()
                .setReceivablePolicyId("receivable-policy:GMBH")
                .setLegalEntityId(GMBH.value())
                .setFrom(ISSUE_DAY.minusYears(1))
                .setApplication("NONE")
                .setSmallRest(wire("0.05"))
                .setCurrency(currency)
                .setDiscountRate(new BigDecimal("0.020000"))
                .setDiscountDays(10)
                .setSetBy("idp|cfo")
                .build();
    }
}
