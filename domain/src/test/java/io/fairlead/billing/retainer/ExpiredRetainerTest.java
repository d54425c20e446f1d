package io.fairlead.billing.retainer;

import static io.fairlead.billing.retainer.RetainerBalanceTest.drawn;
import static io.fairlead.billing.retainer.RetainerBalanceTest.fill;
import static io.fairlead.billing.retainer.RetainerBalanceTest.invoiced;
import static io.fairlead.billing.retainer.RetainerBalanceTest.restored;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.billing.event.RetainerExpired;
import io.fairlead.billing.event.RetainerInvoiced;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;

/** What nobody used of a retainer in time is the firm's. */
class ExpiredRetainerTest {

    private final FixtureConfiguration<RetainerBalance> retainer = new AggregateTestFixture<>(RetainerBalance.class);

    @Test
    void what_is_left_expires_once() {
        var expired = expired("1800");
        var command = new ExpireRetainer(RetainerBalanceTest.RETAINER, ISSUE_DAY, "after a year", LEAD);
        retainer.given(invoiced("invoice:r", "5000", "5000"), drawn(1, "invoice:inv-1", "3200", "3200", "1800"))
                .when(command)
                .expectEvents(expired);
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(
                        invoiced("invoice:r", "5000", "5000"),
                        drawn(1, "invoice:inv-1", "3200", "3200", "1800"),
                        expired)
                .when(command)
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void a_credit_of_what_expired_is_not_taken_off_another_prepayment() {
        var other = RetainerInvoiced.newBuilder(invoiced("invoice:s", "300", "300"))
                .setBillingItemId("billing-item:m-2")
                .build();
        retainer.given(invoiced("invoice:r", "200", "200"), expired("200"), other)
                .when(fill("credit-note:1", "-200"))
                .expectException(refusal("Y-01"))
                .expectNoEvents();
    }

    /** 150 were drawn before 50 expired, and come back. */
    @Test
    void what_came_back_of_it_since_is_credited() {
        retainer.given(
                        invoiced("invoice:r", "200", "200"),
                        drawn(1, "invoice:inv-1", "150", "150", "50"),
                        expired("50"),
                        restored("invoice:inv-1", "150", "150", "wrong month"))
                .when(fill("credit-note:1", "-150"))
                .expectEvents(invoiced("credit-note:1", "-150", "0"));
        new AggregateTestFixture<>(RetainerBalance.class)
                .given(
                        invoiced("invoice:r", "200", "200"),
                        drawn(1, "invoice:inv-1", "150", "150", "50"),
                        expired("50"),
                        restored("invoice:inv-1", "150", "150", "wrong month"))
                .when(fill("credit-note:1", "-150.01"))
                .expectException(refusal("Y-01"))
                .expectNoEvents();
    }

    private static RetainerExpired expired(String amount) {
        return RetainerExpired.newBuilder()
                .setRetainerId(RetainerBalanceTest.RETAINER.value())
                .setContractId("contract:K-1")
                .setProjectId("project:P-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(2)
                .setAmount(wire(amount))
                .setCurrency("EUR")
                .setExpiredOn(ISSUE_DAY)
                .setReason("after a year")
                .setDecidedBy(LEAD)
                .build();
    }
}
