package io.fairlead.store.axon;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.log.MetadataKeys;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.junit.jupiter.api.Test;

class CommandCorrelationTest {

    private static final CommandContext CONTEXT =
            new CommandContext("bench", "k-1", "00".repeat(32), "local|ann", "first", "last");

    private final CommandCorrelation correlation = new CommandCorrelation();

    @Test
    void events_have_all_that_the_door_says_of_a_command() {
        var command = new GenericMessage<>("command", CONTEXT.metadata());
        assertThat(correlation.correlationDataFor(command)).isEqualTo(CONTEXT.metadata());
    }

    @Test
    void what_else_a_command_carries_stays_with_it() {
        var command = new GenericMessage<>("command", CONTEXT.metadata())
                .andMetaData(Map.of("traceId", "t-1", MetadataKeys.LEGAL_ENTITY, "legal-entity:us"));
        assertThat(new HashMap<String, Object>(correlation.correlationDataFor(command)))
                .hasSize(CONTEXT.metadata().size() + 1)
                .containsEntry(MetadataKeys.LEGAL_ENTITY, "legal-entity:us")
                .doesNotContainKey("traceId");
    }

    @Test
    void a_command_of_nobody_gives_nothing() {
        assertThat(correlation
                        .correlationDataFor(new GenericMessage<>("command"))
                        .isEmpty())
                .isTrue();
    }
}
