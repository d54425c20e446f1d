package io.fairlead.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a bench's output.
 *
 * @param bench its name
 * @param clients how many at a time
 * @param ours what Fairlead did
 * @param peer what Axon's own parts did in the same run; null without {@code --peer}
 * @param machine see {@link Machine}
 */
public record Comparison(
        String bench, int clients, Measured ours, @Nullable Measured peer, Map<String, Object> machine) {

    /** How many times as fast as the peer; null without one. */
    public @Nullable Double ratio() {
        return peer == null || peer.perSecond() == 0 ? null : Measured.rounded(ours.perSecond() / peer.perSecond(), 2);
    }

    /** The line as a JSON object. */
    public Map<String, Object> json() {
        var json = new LinkedHashMap<String, Object>();
        json.put("bench", bench);
        json.put("clients", clients);
        json.put("ours", json(ours));
        if (peer != null) {
            json.put("peer", json(peer));
            json.put("ratio", ratio());
        }
        json.putAll(machine);
        return json;
    }

    private static Map<String, Object> json(Measured side) {
        var json = new LinkedHashMap<String, Object>();
        json.put("per_second", side.perSecond());
        if (side.p50Ms() != null && side.p99Ms() != null) {
            json.put("p50_ms", side.p50Ms());
            json.put("p99_ms", side.p99Ms());
        }
        json.put("operations", side.operations());
        return json;
    }
}
