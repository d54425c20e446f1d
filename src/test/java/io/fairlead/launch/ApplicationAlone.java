package io.fairlead.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** A supervisor of one part that runs here: database, Kafka and ERP are somebody else's. */
final class ApplicationAlone {

    private static final Map<String, String> OTHERS = Map.of(
            "FAIRLEAD_DB_URL", "jdbc:postgresql://db/x", "FAIRLEAD_KAFKA", "b:1", "FAIRLEAD_ERP_URL", "http://e");

    /** @param application its main class */
    static LaunchSettings on(DataFolder data, String application) {
        return new LaunchSettings(data, OTHERS, application, "no.such.Sandbox"); // The ERP that is named is enough.
    }

    static LaunchSettings on(DataFolder data) {
        return on(data, StandIn.class.getName());
    }

    /** Waits until the supervisor says a line that starts so; what it said before is passed over. */
    static void awaitLine(BlockingQueue<String> said, String start) throws InterruptedException {
        String line;
        do {
            line = said.poll(120, TimeUnit.SECONDS);
            assertThat(line).as("a line starting with " + start).isNotNull();
        } while (line != null && !line.startsWith(start));
    }

    private ApplicationAlone() {}
}
