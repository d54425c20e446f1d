package io.fairlead.app.lease;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All nodes and claims as the database had them at one moment.
 *
 * @param nodes every node that was not forgotten, also those that are dead
 * @param claims every claim
 */
public record ClusterSnapshot(List<Seen> nodes, List<Claim> claims) {

    /**
     * A node as the others see it.
     *
     * @param url where its HTTP listens, empty before it does
     * @param ageMillis since its last heartbeat, by the database's clock
     * @param alive whether that is within the time-out
     */
    public record Seen(Node node, String url, long ageMillis, boolean alive) {}

    /**
     * A claim.
     *
     * @param owner instance of its node, null when it was given back
     * @param free whether others may take it now
     * @param heldMillis since the owner took it
     * @param position last position done, -1 when unknown
     */
    public record Claim(
            String name, @Nullable String owner, long epoch, boolean free, long heldMillis, long position) {}

    Set<String> living() {
        return nodes.stream()
                .filter(Seen::alive)
                .map(seen -> seen.node().instance())
                .collect(Collectors.toSet());
    }
}
