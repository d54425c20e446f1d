package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

    @Test
    void further_application_processes_are_named_while_they_run(@TempDir Path folder) {
        var data = new DataFolder(folder);
        data.create();
        var ports = new Ports(data, Map.of());
        ports.keep(Part.APPLICATION.id(), 20_001);
        ports.keep(Part.node(2), 20_002);
        ports.keep(Part.node(3), 20_003);
        assertThat(Part.furtherAddresses(data)).isEmpty();
        var running = RunFile.of(ProcessHandle.current(), "java", "ready");
        running.write(data, Part.node(2));
        new RunFile(running.pid(), running.started().minusSeconds(60), "java", "ready").write(data, Part.node(3));
        assertThat(Part.furtherAddresses(data)).containsExactly("http://127.0.0.1:20002");
        RunFile.remove(data, Part.node(2));
        assertThat(Part.furtherAddresses(data)).isEmpty();
    }
}
