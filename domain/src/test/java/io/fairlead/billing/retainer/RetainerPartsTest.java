package io.fairlead.billing.retainer;

import static io.fairlead.billing.retainer.RetainerBalanceTest.RETAINER;
import static io.fairlead.billing.retainer.RetainerBalanceTest.draw;
import static io.fairlead.billing.retainer.RetainerBalanceTest.drawn;
import static io.fairlead.billing.retainer.RetainerBalanceTest.invoiced;
import static io.fairlead.billing.retainer.RetainerBalanceTest.of;
import static io.fairlead.billing.retainer.RetainerBalanceTest.restored;
import static io.fairlead.testing.Cast.INVOICE;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.OTHER_INVOICE;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerRestored;
import java.math.BigDecimal;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of prepayments of 500.00 and 300.00 a draft drew 500.00 and 100.00, in two draws. */
class RetainerPartsTest {

    private static final Object[] TWO_DRAWS = {
        invoiced("invoice:r", "500", "500"),
        invoiced("invoice:s", "300", "800"),
        drawn(1, "invoice:inv-1", "600", "500", "300"),
        of(drawn(2, "invoice:inv-1", "100", "100", "200"), "invoice:s"),
    };

    private final FixtureConfiguration<RetainerBalance> retainer = new AggregateTestFixture<>(RetainerBalance.class);

    @Test
    void a_credit_of_one_draw_gives_back_no_other() {
        retainer.given(TWO_DRAWS)
                .when(restore(1, null))
                .expectEvents(restored("credit-note:1", "500", "700", "credited"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(TWO_DRAWS)
                .when(restore(2, null))
                .expectEvents(second("100", "300"));
    }

    @Test
    void a_credit_of_one_draw_gives_back_at_most_that_one() {
        retainer.given(TWO_DRAWS)
                .when(restore(2, "100.01"))
                .expectException(refusal("Y-02"))
                .expectNoEvents();
    }

    @Test
    void a_credit_that_names_no_draw_gives_back_what_was_drawn_last_and_then_the_rest_of_it() {
        retainer.given(TWO_DRAWS).when(restore(null, "100")).expectEvents(second("100", "300"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(TWO_DRAWS)
                .when(restore(null, "100.01"))
                .expectEvents(second("100", "300"), restored("credit-note:1", "0.01", "300.01", "credited"));
    }

    @Test
    void what_was_drawn_of_the_later_prepayment_is_not_missing_in_the_first() {
        retainer.given(
                        invoiced("invoice:r", "500", "500"),
                        invoiced("invoice:s", "300", "800"),
                        of(drawn(1, "invoice:inv-1", "100", "100", "700"), "invoice:s"))
                .when(draw(OTHER_INVOICE, "700"))
                .expectEvents(
                        drawn(2, "invoice:inv-2", "700", "500", "200"),
                        of(drawn(3, "invoice:inv-2", "200", "200", "0"), "invoice:s"));
    }

    @Test
    void what_expired_is_drawn_by_nothing() {
        retainer.given(invoiced("invoice:r", "500", "500"), expired("500"))
                .when(draw(INVOICE, "100"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void of_an_expired_prepayment_only_what_a_draft_gave_back_since_can_be_drawn() {
        retainer.given(
                        invoiced("invoice:r", "500", "500"),
                        drawn(1, "invoice:inv-1", "120", "120", "380"),
                        expired("380"),
                        restored("invoice:inv-1", "120", "120", "wrong month"))
                .when(draw(OTHER_INVOICE, "200"))
                .expectEvents(drawn(2, "invoice:inv-2", "200", "120", "0"));
    }

    private static RestoreRetainer restore(@Nullable Integer drawNo, @Nullable String amount) {
        var asked = amount == null ? null : new BigDecimal(amount);
        return new RestoreRetainer(RETAINER, INVOICE, drawNo, "credit-note:1", asked, ISSUE_DAY, "credited");
    }

    private static RetainerRestored second(String amount, String balance) {
        return RetainerRestored.newBuilder(restored("credit-note:1", amount, balance, "credited"))
                .setDrawNo(2)
                .build();
    }

    private static RetainerExpired expired(String amount) {
        return RetainerExpired.newBuilder()
                .setRetainerId(RETAINER.value())
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setExpiredOn(ISSUE_DAY)
                .setReason("after a year")
                .setDecidedBy("idp|lead")
                .build();
    }
}
