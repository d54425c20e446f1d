package io.fairlead.launch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What Fairlead consists of, in the order of starting; stopping goes the other way. Read by supervisor and status. */
public enum Part {
    POSTGRES("postgres", "FAIRLEAD_DB_PORT", "FAIRLEAD_DB_URL"),
    KAFKA("kafka", "FAIRLEAD_KAFKA_PORT", "FAIRLEAD_KAFKA"),
    SANDBOX("sandbox", "FAIRLEAD_SANDBOX_PORT", "FAIRLEAD_ERP_URL"),
    APPLICATION("application", "FAIRLEAD_PORT", "");

    private final String id;
    private final String portKey;
    private final String externalKey;

    Part(String id, String portKey, String externalKey) {
        this.id = id;
        this.portKey = portKey;
        this.externalKey = externalKey;
    }

    /** Name in file names, logs and output. */
    public String id() {
        return id;
    }

    /** Name of a further application process; the first is {@link #APPLICATION} itself. */
    static String node(int number) {
        return APPLICATION.id + "-" + number;
    }

    /** Names of the further application processes that have a run file, in order. */
    static List<String> furtherNodes(DataFolder data) {
        return IntStream.rangeClosed(2, LaunchSettings.NODES_MAX)
                .mapToObj(Part::node)
                .filter(id -> RunFile.read(data, id).isPresent())
                .toList();
    }

    /** Addresses of the further application processes that run at this moment, in order. */
    public static List<String> furtherAddresses(DataFolder data) {
        var ports = new Ports(data, Map.of());
        return furtherNodes(data).stream()
                .filter(id -> RunFile.read(data, id).flatMap(RunFile::process).isPresent())
                .flatMapToInt(id -> ports.remembered(id).stream())
                .mapToObj("http://127.0.0.1:%d"::formatted)
                .toList();
    }

    /** Environment variable that fixes the part's port. */
    public String portKey() {
        return portKey;
    }

    /** Environment variable that names one that somebody else runs. */
    String externalKey() {
        return externalKey;
    }

    /** The address of one that somebody else runs, if the environment names one; then ours is not started. */
    public Optional<String> external(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(externalKey)).filter(address -> !address.isBlank());
    }
}
