package io.fairlead.billing.pricing;

import static io.fairlead.testing.Cast.ENTRY;
import static io.fairlead.testing.Cast.EVENING;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.resolved;
import static io.fairlead.testing.Cast.wire;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.contract.RateAnswer;
import io.fairlead.contract.RateAnswer.NotBilledByTime;
import io.fairlead.contract.RateAnswer.RateFound;
import io.fairlead.contract.RateAnswer.RateMissing;
import io.fairlead.contract.RateLevel;
import io.fairlead.contract.RateRow;
import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.shared.BilledTime;
import io.fairlead.shared.Rate;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import io.fairlead.time.PriceTime;
import io.fairlead.time.event.TimeApproved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTimeApprovedThenPriceTest {

    private static final TimeApproved APPROVED = TimeApproved.newBuilder()
            .setTimeEntryId("time-entry:e-1")
            .setVersion(2)
            .setPersonId("person:ana")
            .setProjectId("project:P-1")
            .setContractId("contract:K-1")
            .setCustomerId("customer:ACME")
            .setLegalEntityId("legal-entity:GMBH")
            .setLineNo(1)
            .setWorkDate(WORK_DAY)
            .setSeconds(28_800)
            .setTimeClass("BILLABLE")
            .setApprovedBy(LEAD)
            .setSubmittedAt(NOON)
            .setApprovedAt(EVENING)
            .build();
    private static final Rate RATE = Rate.hourly(wire("0"), "EUR");
    private static final RateFound FOUND = new RateFound(
            new RateRow(
                    "rate-card:standard", "r1", "project:P-1", null, null, null, null, RATE, "HOUR", WORK_DAY, null, 1),
            RateLevel.PROJECT_ROLE);

    private final SentCommands sent = new SentCommands();
    private final KnownHistory history = new KnownHistory().with("time-entry:e-1", APPROVED);

    @Test
    void the_price_of_the_day_is_sent_even_when_it_is_zero() {
        process(FOUND).on(APPROVED);

        assertThat(sent.commands())
                .containsExactly(new PriceTime(
                        ENTRY,
                        2,
                        "rate-card:standard",
                        "r1",
                        RateLevel.PROJECT_ROLE,
                        RATE,
                        "HOUR",
                        BilledTime.AS_WORKED));
        assertThat(sent.keys()).containsExactly("price/time-entry:e-1/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RATE_MISSING", "OUTSIDE_TERM"})
    void a_miss_is_an_exception_and_never_a_price(String code) {
        process(new RateMissing(code, "set a rate")).on(APPROVED);

        assertThat(sent.commands())
                .containsExactly(RaiseException.about(
                        code,
                        "time-entry:e-1",
                        "set a rate",
                        OwnerRole.FINANCE_OPERATIONS,
                        null,
                        "legal-entity:GMBH",
                        EVENING));
    }

    @Test
    void time_that_is_not_billed_by_time_is_left_alone() {
        process(new NotBilledByTime()).on(APPROVED);

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_cleared_miss_is_looked_up_again() {
        process(FOUND).on(resolved("OUTSIDE_TERM", "time-entry:e-1"));

        assertThat(sent.of(PriceTime.class)).hasSize(1);
    }

    @Test
    void other_cleared_exceptions_are_not_its_business() {
        process(FOUND).on(resolved("COST_RATE_MISSING", "time-entry:e-1"));

        assertThat(sent.commands()).isEmpty();
    }

    private ProcessUnderTest process(RateAnswer answer) {
        return new ProcessUnderTest(new WhenTimeApprovedThenPrice(event -> answer, sent, history));
    }
}
