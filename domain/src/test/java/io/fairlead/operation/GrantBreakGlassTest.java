package io.fairlead.operation;

import static io.fairlead.testing.Refusals.assertRefused;
import static io.fairlead.testing.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.exception.OwnerRole;
import io.fairlead.exception.RaiseException;
import io.fairlead.operation.event.BreakGlassGranted;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.RuleViolated;
import io.fairlead.testing.ProcessUnderTest;
import io.fairlead.testing.SamePerson;
import io.fairlead.testing.SentCommands;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A role for some hours: given by somebody else, with a reason and an end. */
class GrantBreakGlassTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FixtureConfiguration<BreakGlass> grants = new AggregateTestFixture<>(BreakGlass.class);

    @Test
    void it_ends_by_itself_after_its_hours() {
        grants.givenNoPriorActivity().when(grant("g-1", "controller", 8)).expectEvents(granted("g-1", "controller", 8));
    }

    @Test
    void told_twice_it_is_one_and_another_of_its_key_is_refused() {
        grants.given(granted("g-1", "controller", 2))
                .when(grant("g-1", "controller", 2))
                .expectSuccessfulHandlerExecution()
                .expectNoEvents();
        grants.given(granted("g-1", "controller", 2))
                .when(grant("g-1", "auditor", 2))
                .expectException(refusal("S-04"))
                .expectNoEvents();
        grants.given(granted("g-1", "controller", 2))
                .when(grant("g-2", "auditor", 1))
                .expectEvents(granted("g-2", "auditor", 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 9, 24})
    void it_lasts_one_to_eight_hours(int hours) {
        assertRefused("S-01", "hours", () -> grant("g-1", "controller", hours));
    }

    @Test
    void nobody_gives_a_role_to_themselves() {
        SamePerson.comesAgain("idp|sam", again -> grants.givenNoPriorActivity()
                .when(by(again))
                .expectException(refusal("S-02"))
                .expectNoEvents());
    }

    @Test
    void nor_to_another_login_of_theirs() {
        FourEyes.People one = name -> Set.of("https://idp|sam", "https://idp|sam-2");
        assertThatThrownBy(() -> FourEyes.<@Nullable Void, RuntimeException>among(one, () -> {
                    new GrantBreakGlass(
                                    BreakGlassId.FIRM,
                                    "g-1",
                                    "https://idp|sam-2",
                                    "auditor",
                                    1,
                                    "fire",
                                    "https://idp|sam",
                                    NOON)
                            .requireAnother();
                    return null;
                }))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("S-02"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"security-admin", "gateway", "customer", "CONTROLLER", ""})
    void only_roles_of_people_are_given(String role) {
        assertRefused("G-02", "role", () -> grant("g-1", role, 1));
    }

    @Test
    void each_grant_is_told_to_people_until_they_have_looked() throws RuleViolated {
        var sent = new SentCommands();
        var process = new ProcessUnderTest(new WhenBreakGlassGrantedThenTell(sent));
        process.on(granted("g-1", "controller", 2));
        process.on(granted("g-2", "controller", 2));

        var raised = new ArrayList<>(sent.of(RaiseException.class));
        assertThat(raised).hasSize(2);
        assertThat(raised.getFirst().exceptionId())
                .isNotEqualTo(raised.getLast().exceptionId());
        assertThat(raised.getFirst().code()).isEqualTo("BREAK_GLASS");
        assertThat(raised.getFirst().ownerRole()).isEqualTo(OwnerRole.IT);
        assertThat(raised.getFirst().sentence())
                .contains("idp|kim", "controller", "2026-03-02T14:00:00Z", "idp|sam", "fairlead break-glass report");
    }

    private static GrantBreakGlass by(String self) {
        return new GrantBreakGlass(BreakGlassId.FIRM, "g-1", self, "controller", 1, "fire", "idp|sam", NOON);
    }

    static GrantBreakGlass grant(String id, String role, int hours) {
        return new GrantBreakGlass(BreakGlassId.FIRM, id, "idp|kim", role, hours, "fire", "idp|sam", NOON);
    }

    static BreakGlassGranted granted(String id, String role, int hours) {
        return BreakGlassGranted.newBuilder()
                .setBreakGlassId("break-glass:firm")
                .setGrantId(id)
                .setGrantedTo("idp|kim")
                .setRole(role)
                .setReason("fire")
                .setGrantedBy("idp|sam")
                .setGrantedAt(NOON)
                .setEndsAt(NOON.plusSeconds(3_600L * hours))
                .build();
    }
}
