package io.fairlead.operation;

import static io.fairlead.operation.GrantBreakGlassTest.granted;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.operation.event.BreakGlassUsed;
import io.fairlead.testing.KnownHistory;
import java.time.Instant;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A role for some hours is used within them, by whom it was given to, and each use is kept. */
class UseBreakGlassTest {

    private final FixtureConfiguration<BreakGlass> grants = new AggregateTestFixture<>(BreakGlass.class);

    @ParameterizedTest
    @CsvSource({"2026-03-02T12:00:00Z", "2026-03-02T13:59:59.999Z"})
    void within_its_hours_each_use_is_kept(Instant at) {
        grants.given(granted("g-1", "controller", 2))
                .when(use("idp|kim", "controller", at))
                .expectEvents(used("g-1", at));
    }

    @ParameterizedTest
    @CsvSource({
        "idp|kim, controller, 2026-03-02T14:00:00Z",
        "idp|kim, controller, 2026-03-02T11:59:59Z",
        "idp|kim, auditor, 2026-03-02T13:00:00Z",
        "idp|kimberly, controller, 2026-03-02T13:00:00Z",
        "other|kim, controller, 2026-03-02T13:00:00Z"
    })
    void outside_of_them_or_by_others_it_is_refused(String actor, String role, Instant at) {
        grants.given(granted("g-1", "controller", 2))
                .when(use(actor, role, at))
                .expectException(refusal("S-03"))
                .expectNoEvents();
    }

    @Test
    void of_two_grants_the_one_that_ends_last_is_used() {
        var at = Instant.parse("2026-03-02T12:30:00Z");
        grants.given(granted("g-1", "controller", 4), granted("g-2", "controller", 1))
                .when(use("idp|kim", "controller", at))
                .expectEvents(used("g-1", at));
    }

    @Test
    void who_holds_one_is_read_from_the_log() {
        var history = new KnownHistory().with("break-glass:firm", granted("g-1", "controller", 2));
        var within = Instant.parse("2026-03-02T13:00:00Z");
        assertThat(BreakGlass.holding(history, "idp|kim", Set.of("auditor", "controller"), within))
                .isPresent();
        assertThat(BreakGlass.holding(history, "idp|kim", Set.of("controller"), within.plusSeconds(3_600)))
                .isEmpty();
    }

    private static UseBreakGlass use(String actor, String role, Instant at) {
        return new UseBreakGlass(BreakGlassId.FIRM, actor, Set.of(role), "GET /v1/kpis", "c-1", at);
    }

    private static BreakGlassUsed used(String grant, Instant at) {
        return BreakGlassUsed.newBuilder()
                .setBreakGlassId("break-glass:firm")
                .setGrantId(grant)
                .setUsedBy("idp|kim")
                .setRequest("GET /v1/kpis")
                .setCorrelationId("c-1")
                .setUsedAt(at)
                .build();
    }
}
