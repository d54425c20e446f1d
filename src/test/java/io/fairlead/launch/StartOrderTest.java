package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What waits for what when a Fairlead starts; Kafka is its own, the database is somebody else's. */
@Timeout(240)
class StartOrderTest {

    @TempDir
    private Path folder;

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    private LaunchSettings settings() {
        return new LaunchSettings(
                data(),
                Map.of("FAIRLEAD_DB_URL", "jdbc:postgresql://db/x", "FAIRLEAD_ERP_URL", "http://e"),
                StandIn.class.getName(),
                StandIn.class.getName());
    }

    @Test
    void the_application_waits_for_no_kafka_but_for_one_that_does_not_know_it_yet() throws IOException {
        assertThat(saidWhileStarting()).containsSubsequence("kafka: ready", "application: starting");
        assertThat(saidWhileStarting()).containsSubsequence("application: starting", "kafka: ready");
        Files.delete(new Secrets(data()).file(KafkaLogin.APPLICATION.passwordFile()));
        assertThat(saidWhileStarting()).containsSubsequence("kafka: ready", "application: starting");
    }

    /** Lines without the seconds that something took. */
    private List<String> saidWhileStarting() {
        var said = new LinkedBlockingQueue<String>();
        Supervisor.start(settings(), line -> said.add(line.replaceAll(" after .*", "")))
                .close();
        return List.copyOf(said);
    }

    @Test
    void a_refused_application_ends_the_start_of_the_other_parts_too() throws IOException {
        Supervisor.start(settings(), _ -> {}).close();
        Files.writeString(data().root().resolve("refuse"), "planted.");
        var said = new LinkedBlockingQueue<String>();
        assertThatThrownBy(() -> Supervisor.start(settings(), said::add))
                .isInstanceOf(StartRefused.class)
                .hasMessageStartingWith("Fairlead does not start: planted.");
        assertThat(said).noneMatch(line -> line.startsWith("kafka: ready"));
        assertThat(StackStatus.of(data()).parts()).allMatch(part -> part.pid() == 0);
    }
}
