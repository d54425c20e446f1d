package io.fairlead.app.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.projection.ReplayPark;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class RebuildStateTest {

    @Test
    void what_a_former_version_noted_of_a_rebuild_is_still_read() {
        var noted = "{\"position\":7,\"rows\":3,\"differences\":0,\"replaced\":true,\"seconds\":0.5,\"tables\":[]}";
        var found = JsonMapper.shared().readValue(noted, RebuildState.Found.class);
        assertThat(found.position()).isEqualTo(7);
        assertThat(found.parked()).isEqualTo(ReplayPark.EMPTY);
    }
}
