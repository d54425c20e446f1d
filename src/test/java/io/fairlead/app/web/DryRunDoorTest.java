package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.fairlead.app.web.CommandResponder.Draft;
import io.fairlead.shared.RuleViolated;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A dry run is decided as the command is, and nothing is stored: neither events nor the key, nor what would be held. */
class DryRunDoorTest {

    private final RememberedCommands commands = new RememberedCommands();
    private final CommandResponder desk = new CommandResponder(commands, mock(Streams.class));
    private final Call call = new Call("local|reviewer", "key", "0".repeat(64), "correlation", null, true);

    @Test
    void what_would_be_accepted_is_answered_and_not_stored() {
        var answer = desk.accept(call, "invoice:1", "approve");
        assertThat(answer.getHeaders().getFirst(Headers.DRY_RUN)).isEqualTo("true");
        assertThat(Objects.requireNonNull(answer.getBody()).position()).isZero();
        var _ = desk.acceptHolding(call, "invoice:1", () -> Optional.of("hold"), "approve");
        var _ = desk.accept(call, "invoice:1", () -> Optional.of("first"), "approve");
        var _ = desk.create(call, null, "invoice:1", "make", List.of("more"));
        assertThat(commands.taken).isEmpty();

        var real = new Call("local|reviewer", "key", "0".repeat(64), "correlation", null, false);
        assertThat(desk.accept(real, "invoice:1", "approve").getHeaders().getFirst(Headers.REPEATED))
                .as("the key is free still")
                .isNull();
        assertThat(commands.taken).containsExactly("approve");
    }

    @Test
    void what_would_be_refused_is_refused() {
        commands.next = new RuleViolated("B-01", "approvedBy", "nobody approves their own", "let somebody else");
        assertThatThrownBy(() -> desk.accept(call, "invoice:1", "approve"))
                .isInstanceOfSatisfying(RuleViolated.class, refused -> assertThat(refused.code())
                        .isEqualTo("B-01"));
    }

    @Test
    void of_many_each_is_decided_on_its_own() {
        commands.next = new RuleViolated("T-03", "approvedBy", "own time", "ask");
        var answer = Objects.requireNonNull(
                desk.acceptAll(call, List.of("a", "b"), (item, _) -> new Draft(item, item, List.of("more")))
                        .getBody());
        assertThat(answer.refused()).isEqualTo(1);
        assertThat(answer.accepted()).isEqualTo(1);
        assertThat(answer.items()).extracting(BatchAnswer.Item::index).containsExactly(0, 1);
        assertThat(commands.taken).isEmpty();
    }

    @Test
    void whoever_stores_without_asking_the_desk_is_stopped() {
        assertThatThrownBy(call::context).isInstanceOfSatisfying(Refused.class, refused -> assertThat(
                        refused.refusal().code())
                .isEqualTo("DRY_RUN_UNKNOWN"));
        assertThatThrownBy(() -> Uploads.own(call, "row/1", "command").context())
                .isInstanceOf(Refused.class);
    }
}
