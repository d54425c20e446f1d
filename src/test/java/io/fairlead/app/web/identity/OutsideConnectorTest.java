package io.fairlead.app.web.identity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fairlead.access.AccessSettingRefused;
import io.fairlead.access.Doorway;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutsideConnectorTest {

    @Test
    void files_that_are_no_certificate_with_its_key_are_told_by_the_setting() {
        var files = new Doorway.Certificate("/nowhere.pem", "/nowhere.key");
        var doorway = new Doorway(Optional.of("0.0.0.0"), 0, Set.of("a.example"), Set.of(), Optional.of(files));
        assertThatThrownBy(() -> OutsideConnector.of("0.0.0.0", doorway))
                .isInstanceOf(AccessSettingRefused.class)
                .hasMessageContaining("FAIRLEAD_TLS_CERTIFICATE")
                .hasMessageContaining("/nowhere.pem");
    }
}
