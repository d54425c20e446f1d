package io.fairlead.project;

import static io.fairlead.project.ProjectExamples.opened;
import static io.fairlead.testing.Cast.CLERK;
import static io.fairlead.testing.Cast.LEAD;
import static io.fairlead.testing.Cast.NOON;
import static io.fairlead.testing.Cast.PROJECT;
import static io.fairlead.testing.Cast.WORK_DAY;
import static io.fairlead.testing.Cast.wire;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.project.event.ProgressItemAgreed;
import io.fairlead.project.event.ProgressOfItem;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.SamePerson;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Case 12: a task of 5 h at 20, a fixed part of 50 and 1 h at 20 for the project; progress goes forward, then back. */
class ReportProgressTest {

    private final FixtureConfiguration<Project> project = new AggregateTestFixture<>(Project.class);

    @Test
    void a_part_has_a_fixed_price_or_that_of_its_planned_time() {
        project.given(opened("Rollout"))
                .when(new AgreeProgressItem(PROJECT, "task", 1, "task", 18_000, new BigDecimal("20"), null))
                .expectEvents(byTime("task", 18_000, "100"));
        new AggregateTestFixture<>(Project.class)
                .given(opened("Rollout"))
                .when(new AgreeProgressItem(PROJECT, "fixed", 1, "fixed", null, null, new BigDecimal("50")))
                .expectEvents(fixed("50"));
    }

    @Test
    void a_part_is_agreed_once() {
        project.given(opened("Rollout"), fixed("50"))
                .when(new AgreeProgressItem(PROJECT, "fixed", 1, "fixed", null, null, new BigDecimal("50")))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        new AggregateTestFixture<>(Project.class)
                .given(opened("Rollout"), fixed("50"))
                .when(new AgreeProgressItem(PROJECT, "fixed", 1, "fixed", null, null, new BigDecimal("60")))
                .expectException(refusal("Q-01"))
                .expectNoEvents();
    }

    @Test
    void the_first_report_bills_what_it_is_worth() {
        agreed().when(report("r1", "0.5", "0.5", "0")).expectEvents(first());
    }

    @Test
    void the_next_report_bills_only_the_difference() {
        agreed(first()).when(report("r2", "0.75", "0.9", "0.8")).expectEvents(second());
    }

    @Test
    void a_report_that_goes_back_is_worth_less_but_bills_nothing() {
        agreed(first(), second()).when(onlyTask("r3", "0.5")).expectEvents(third());
    }

    @Test
    void a_report_that_goes_forward_again_replaces_the_proposal() {
        agreed(first(), second(), third())
                .when(onlyTask("r4", "0.75"))
                .expectEvents(told("r4", List.of("task"), List.of("0.75"), "136", "25", "136", "0", "r3"));
    }

    @Test
    void an_accepted_reduction_lowers_what_later_reports_count_from() {
        agreed(first(), second(), third())
                .when(new AcceptProgressReduction(PROJECT, "r3", LEAD, NOON))
                .expectEvents(accepted());
        agreed(first(), second(), third(), accepted())
                .when(onlyTask("r4", "0.75"))
                .expectEvents(told("r4", List.of("task"), List.of("0.75"), "136", "25", "111", "25", null));
        agreed(first(), second(), third(), accepted())
                .when(new AcceptProgressReduction(PROJECT, "r3", LEAD, NOON))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
    }

    @Test
    void nobody_accepts_their_own_report_and_only_what_waits_is_accepted() {
        SamePerson.comesAgain(CLERK, again -> agreed(first(), second(), third())
                .when(new AcceptProgressReduction(PROJECT, "r3", again, NOON))
                .expectException(refusal("Q-05"))
                .expectNoEvents());
        agreed(first(), second())
                .when(new AcceptProgressReduction(PROJECT, "r2", LEAD, NOON))
                .expectException(refusal("Q-04"))
                .expectNoEvents();
    }

    @Test
    void the_same_report_again_changes_nothing_and_another_of_its_id_is_refused() {
        agreed(first())
                .when(report("r1", "0.5", "0.5", "0"))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        agreed(first())
                .when(report("r1", "0.6", "0.5", "0"))
                .expectException(refusal("Q-02"))
                .expectNoEvents();
    }

    @Test
    void a_report_names_parts_of_its_line() {
        project.given(opened("Rollout"), fixed("50"))
                .when(onlyTask("r1", "0.5"))
                .expectException(refusal("Q-03"))
                .expectNoEvents();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.000001", "0.0000001"})
    void a_share_is_from_0_to_1(String complete) {
        assertThatThrownBy(() -> new ReportProgress.Part("task", new BigDecimal(complete)))
                .isInstanceOf(RuleViolated.class)
                .hasMessageStartingWith("G-02");
    }

    private static org.axonframework.test.aggregate.TestExecutor<Project> agreed(Object... events) {
        var parts =
                List.of(opened("Rollout"), byTime("task", 18_000, "100"), fixed("50"), byTime("whole", 3_600, "20"));
        return new AggregateTestFixture<>(Project.class).given(parts).andGiven(events);
    }

    private static ReportProgress report(String id, String task, String fixed, String whole) {
        return reportOf(id, part("task", task), part("fixed", fixed), part("whole", whole));
    }

    private static ReportProgress onlyTask(String id, String complete) {
        return reportOf(id, part("task", complete));
    }

    private static ReportProgress reportOf(String id, ReportProgress.Part... parts) {
        return new ReportProgress(PROJECT, id, 1, List.of(parts), WORK_DAY, CLERK, "minutes");
    }

    private static ReportProgress.Part part(String id, String complete) {
        return new ReportProgress.Part(id, new BigDecimal(complete));
    }

    private static ProgressReported first() {
        return all("r1", List.of("0.5", "0.5", "0"), "75", "75", "0", "75");
    }

    private static ProgressReported second() {
        return all("r2", List.of("0.75", "0.9", "0.8"), "136", "61", "75", "61");
    }

    private static ProgressReported third() {
        return told("r3", List.of("task"), List.of("0.5"), "111", "-25", "136", "-25", null);
    }

    private static ProgressReported all(
            String id, List<String> complete, String toDate, String change, String before, String toBill) {
        return told(id, List.of("task", "fixed", "whole"), complete, toDate, change, before, toBill, null);
    }

    private static ProgressReported told(
            String id,
            List<String> parts,
            List<String> complete,
            String toDate,
            String change,
            String before,
            String toBill,
            @Nullable String replaced) {
        return ProgressReported.newBuilder()
                .setProjectId("project:P-1")
                .setReportId(id)
                .setContractId("contract:K-1")
                .setCustomerId("customer:ACME")
                .setLegalEntityId("legal-entity:GMBH")
                .setLineNo(1)
                .setItems(IntStream.range(0, parts.size())
                        .mapToObj(no -> ProgressOfItem.newBuilder()
                                .setProgressItemId(parts.get(no))
                                .setComplete(new BigDecimal(complete.get(no)).setScale(6))
                                .build())
                        .toList())
                .setValueToDate(wire(toDate))
                .setValueChange(wire(change))
                .setBilledBefore(wire(before))
                .setToBill(wire(toBill))
                .setReplacesProposalOf(replaced)
                .setCurrency("EUR")
                .setReportedOn(WORK_DAY)
                .setReportedBy(CLERK)
                .setEvidence("minutes")
                .build();
    }

    private static ProgressReductionAccepted accepted() {
        return ProgressReductionAccepted.newBuilder()
                .setProjectId("project:P-1")
                .setReportId("r3")
                .setLineNo(1)
                .setAmount(wire("-25"))
                .setCurrency("EUR")
                .setAcceptedBy(LEAD)
                .setAcceptedAt(NOON)
                .build();
    }

    private static ProgressItemAgreed byTime(String id, int seconds, String price) {
        return item(id, price).setSeconds(seconds).setRate(wire("20")).build();
    }

    private static ProgressItemAgreed fixed(String price) {
        return item("fixed", price).build();
    }

    private static ProgressItemAgreed.Builder item(String id, String price) {
        return ProgressItemAgreed.newBuilder()
                .setProjectId("project:P-1")
                .setProgressItemId(id)
                .setLineNo(1)
                .setName(id)
                .setPrice(wire(price))
                .setCurrency("EUR");
    }
}
