package io.fairlead.app.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import io.fairlead.shared.RuleViolated;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a change needs held is held ahead of it, and only for a change that would be accepted. */
class HeldAheadTest {

    private final RememberedCommands commands = new RememberedCommands();
    private final CommandResponder desk = new CommandResponder(commands, mock(Streams.class));
    private final Call call = new Call("local|reviewer", "key", "0".repeat(64), "correlation", null, false);

    @Test
    void what_would_be_accepted_is_held_first() {
        var _ = desk.acceptHolding(call, "invoice:1", () -> Optional.of("hold"), "approve");
        assertThat(commands.taken).containsExactly("hold", "approve");
    }

    @Test
    void what_is_refused_anyway_holds_nothing() {
        commands.next = new RuleViolated("B-01", "approvedBy", "nobody approves their own", "let somebody else");
        assertThatThrownBy(() -> desk.acceptHolding(call, "invoice:1", () -> Optional.of("hold"), "approve"))
                .isInstanceOf(RuleViolated.class);
        assertThat(commands.taken).isEmpty();
    }

    @Test
    void a_repeat_holds_nothing_again() {
        var _ = desk.acceptHolding(call, "invoice:1", () -> Optional.of("hold"), "approve");
        var again = desk.acceptHolding(call, "invoice:1", () -> Optional.of("hold"), "approve");
        assertThat(again.getHeaders().getFirst(Headers.REPEATED)).isEqualTo("true");
        assertThat(commands.taken).containsExactly("hold", "approve");
    }
}
