package io.fairlead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.cli.StubApi.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happened to a thing, as people and as programs are told it. */
class HistoryCommandTest {

    private static final String REASON = "agreed on the phone ".repeat(12).strip();
    private static final String HISTORY = "{\"id\":\"contract:k\",\"events\":[{\"recordedAt\":\"2026-05-01T09:00:00Z\","
            + "\"type\":\"io.fairlead.contract.event.ContractClosed\",\"actor\":\"local|lead\","
            + "\"content\":{\"contractId\":\"contract:k\",\"reason\":\"" + REASON + "\"}}]}";

    @ParameterizedTest
    @ValueSource(strings = {"--csv", "--json"})
    void a_program_gets_each_value_whole(String form) {
        try (var api = new StubApi(_ -> new Told(200, 0, HISTORY))) {
            var told = api.run("history", "contract:k", form);
            assertThat(told.code()).as(told.err()).isZero();
            assertThat(told.out()).contains(REASON);
        }
    }

    @Test
    void people_see_as_much_as_fits_and_that_there_is_more() {
        try (var api = new StubApi(_ -> new Told(200, 0, HISTORY))) {
            assertThat(api.run("history", "contract:k").out())
                    .contains("ContractClosed", "reason=agreed on the phone", "...")
                    .doesNotContain(REASON);
        }
    }
}
