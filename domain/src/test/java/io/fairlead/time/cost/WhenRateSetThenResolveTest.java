package io.fairlead.time.cost;

import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.time.TimeExamples.approved;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.exception.RaiseException;
import io.fairlead.exception.ResolveException;
import io.fairlead.resource.event.CostRateSet;
import io.fairlead.resource.event.TransferRateSet;
import io.fairlead.shared.AccountingCalendar;
import io.fairlead.testing.KnownHistory;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SentCommands;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhenRateSetThenResolveTest {

    private final KnownCosts facts = new KnownCosts();
    private final SentCommands sent = new SentCommands();
    private String waitsFor = "INTERCOMPANY_RATE_MISSING";

    @Test
    void an_item_closes_by_itself_once_its_time_can_be_costed() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR").lending("t1", null, "70", "EUR", KnownCosts.EVER);

        process().on(transfer());

        assertThat(sent.of(ResolveException.class)).singleElement().satisfies(command -> assertThat(
                        command.exceptionId())
                .isEqualTo(RaiseException.idOf(waitsFor, "time-entry:e-1")));
    }

    @Test
    void a_rate_that_does_not_help_leaves_it_open() {
        facts.employment = new CostingFacts.Employment("legal-entity:INC", "EMPLOYEE");
        facts.with("c1", "40", "EUR").lending("t1", "Partner", "70", "EUR", KnownCosts.EVER);

        process().on(transfer());

        assertThat(sent.commands()).isEmpty();
    }

    @Test
    void a_cost_rate_closes_what_waits_for_one() {
        waitsFor = "COST_RATE_MISSING";
        facts.with("c1", "40", "EUR");

        process()
                .on(CostRateSet.newBuilder()
                        .setPersonId("person:ana")
                        .setCostRateId("c1")
                        .setFrom(WORK_DAY)
                        .setRate(wire("40"))
                        .setCurrency("EUR")
                        .setReason("budget")
                        .build());

        assertThat(sent.of(ResolveException.class)).hasSize(1);
    }

    private static TransferRateSet transfer() {
        return TransferRateSet.newBuilder()
                .setTransferRatesId("transfer-rates:INC")
                .setTransferRateId("t1")
                .setEmployerId("legal-entity:INC")
                .setSellerId("legal-entity:GMBH")
                .setFrom(WORK_DAY)
                .setRate(wire("70"))
                .setCurrency("EUR")
                .setReason("agreement")
                .build();
    }

    private ProcessUnderTest process() {
        var history = new KnownHistory().with("time-entry:e-1", approved(1, 28_800, WORK_DAY));
        return new ProcessUnderTest(new WhenRateSetThenResolve(
                code -> code.equals(waitsFor) ? List.of("time-entry:e-1") : List.of(),
                new TimeCosting(() -> facts, AccountingCalendar.ALWAYS_OPEN),
                sent,
                history));
    }
}
