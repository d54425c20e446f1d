package io.fairlead.app.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class KnownBreachesTest {

    @Test
    void the_breaches_that_come_with_the_build_have_an_end_and_one_without_is_refused() {
        assertThat(KnownBreaches.bundled().breaches()).allMatch(known -> known.recordedBefore() != null);
        assertThatThrownBy(() -> KnownBreaches.read("""
                        [{"event": "E", "path": "p", "rule": "range", "reason": "r"}]"""))
                .hasRootCauseMessage(
                        "the known breach of range in p of E has no end: give recordedBefore or lastPosition");
        assertThatThrownBy(() -> KnownBreaches.read("""
                        [{"event": "E", "path": "p", "rule": "range", "lastPosition": 3, "reason": " "}]"""))
                .hasRootCauseMessage("the known breach of range in p of E says no reason");
    }
}
