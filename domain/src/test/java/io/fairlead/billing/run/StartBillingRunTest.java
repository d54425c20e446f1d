package io.fairlead.billing.run;

import static io.fairlead.billing.invoice.BillingExamples.runStarted;
import static io.fairlead.testing.Cast.BILLER;
import static io.fairlead.testing.Cast.CONTRACT;
import static io.fairlead.testing.Cast.GMBH;
import static io.fairlead.testing.Cast.ISSUE_DAY;
import static io.fairlead.testing.Cast.MONTH_END;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.RUN;
import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;

import io.fairlead.contract.ContractId;
import io.fairlead.party.LegalEntityId;
import java.time.LocalDate;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartBillingRunTest {

    private final FixtureConfiguration<BillingRun> run = new AggregateTestFixture<>(BillingRun.class);

    @Test
    void a_run_bills_a_company_up_to_a_day() {
        run.givenNoPriorActivity().when(start(GMBH, MONTH_END, null)).expectEvents(runStarted(null));
    }

    @Test
    void a_run_may_be_for_one_contract() {
        run.givenNoPriorActivity().when(start(GMBH, MONTH_END, CONTRACT)).expectEvents(runStarted("contract:K-1"));
    }

    @Test
    void the_same_run_again_changes_nothing() {
        run.given(runStarted(null))
                .when(start(GMBH, MONTH_END, null))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @ParameterizedTest
    @CsvSource({"OTHER, 2026-03-31,", "GMBH, 2026-03-30,", "GMBH, 2026-03-31, K-1"})
    void another_run_under_the_same_id_is_refused(String entity, LocalDate cutOff, @Nullable String contract) {
        run.given(runStarted(null))
                .when(start(LegalEntityId.of(entity), cutOff, contract == null ? null : ContractId.of(contract)))
                .expectException(refusal("B-04"))
                .expectNoEvents();
    }

    @Test
    void it_is_dated_up_to_a_year_before_its_cut_off_and_no_earlier() {
        var last = MONTH_END.minusYears(1);
        var earliest = new StartBillingRun(RUN, GMBH, MONTH_END, last, null, BILLER, NOON);
        run.givenNoPriorActivity().when(earliest).expectSuccessfulHandlerExecution();
        assertRefused(
                "B-23",
                "issueDate",
                () -> new StartBillingRun(RUN, GMBH, MONTH_END, last.minusDays(1), null, BILLER, NOON));
    }

    private static StartBillingRun start(LegalEntityId entity, LocalDate cutOff, @Nullable ContractId contract) {
        return new StartBillingRun(RUN, entity, cutOff, ISSUE_DAY, contract, BILLER, NOON);
    }
}
