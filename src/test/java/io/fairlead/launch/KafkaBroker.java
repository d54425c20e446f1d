package io.fairlead.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** A broker of ours on a data folder, as the supervisor starts it. */
final class KafkaBroker implements AutoCloseable {

    private final int port;
    private final Process process;

    KafkaBroker(DataFolder data) throws IOException {
        port = new Ports(data, Map.of()).claim("kafka", "FAIRLEAD_KAFKA_PORT");
        data.create();
        data.closeAll();
        for (var login : KafkaLogin.values()) {
            login.make(data);
        }
        var ready = data.run("kafka.ready");
        Files.deleteIfExists(ready);
        var controller = new Ports(data, Map.of()).claim("kafka-controller", "FAIRLEAD_KAFKA_CONTROLLER_PORT");
        process = new JavaProcess(
                        "kafka",
                        KafkaHost.class.getName(),
                        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                        List.of(
                                data.root().toString(),
                                Integer.toString(port),
                                Integer.toString(controller),
                                ready.toString()),
                        Map.of())
                .start(data);
        Readiness.awaitFile(process, "kafka", ready, data.log("kafka"));
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        Stopping.end(process.toHandle(), "kafka");
    }
}
