package io.fairlead.cases.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What can be written over HTTP can be read back over HTTP: each POST of the description is named with the read that shows it. */
class ReadsOfWritesTest {

    @Test
    void each_written_resource_has_a_read() throws IOException {
        assertThat(faults(Reading.READS, operations("post"), operations("get"))).isEmpty();
    }

    @Test
    void a_write_without_a_read_is_told() {
        var table = Map.of("/v1/bills", "/v1/bills/{id}", "/v1/gone", "/v1/bills/{id}");
        assertThat(faults(table, Set.of("/v1/bills", "/v1/cards", "/v1/bills/preview"), Set.of()))
                .containsExactly(
                        "POST /v1/cards has no read: add one, then name it in Reading",
                        "POST /v1/gone is named in Reading, and no longer there",
                        "POST /v1/bills is read by GET /v1/bills/{id}, which is not there");
    }

    /** A preview writes nothing. */
    private static List<String> faults(Map<String, String> reads, Set<String> writes, Set<String> gets) {
        var faults = new ArrayList<String>();
        for (var write : new TreeSet<>(writes)) {
            if (!write.endsWith("preview") && !reads.containsKey(write)) {
                faults.add("POST " + write + " has no read: add one, then name it in Reading");
            }
        }
        new TreeMap<>(reads).forEach((write, read) -> {
            if (!writes.contains(write)) {
                faults.add("POST " + write + " is named in Reading, and no longer there");
            } else if (!gets.contains(read)) {
                faults.add("POST " + write + " is read by GET " + read + ", which is not there");
            }
        });
        faults.sort((one, other) -> Integer.compare(rank(one), rank(other)));
        return faults;
    }

    private static int rank(String fault) {
        return fault.contains("has no read") ? 0 : fault.contains("no longer") ? 1 : 2;
    }

    private static Set<String> operations(String method) throws IOException {
        var api =
                JsonMapper.shared().readTree(Files.readString(Sources.ROOT.resolve("src/docs/contract/openapi.json")));
        var found = new TreeSet<String>();
        api.path("paths").properties().forEach(path -> {
            if (path.getValue().has(method)) {
                found.add(path.getKey());
            }
        });
        return found;
    }
}
