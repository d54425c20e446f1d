package io.fairlead.app.lease;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which application processes work on the store, and which of them does what; for operators. */
@RestController
@RequestMapping("/v1/nodes")
@Tag(name = "Operation")
public class NodesApi {

    private final Leases claims;

    NodesApi(Leases claims) {
        this.claims = claims;
    }

    /**
     * A node.
     *
     * @param work how many pieces of each kind it does
     */
    @Schema(name = "Node")
    public record NodeRow(
            @Schema(example = "node-1") String name,
            @Schema(description = "this start of it") String instance,
            long pid,
            @Schema(example = "http://127.0.0.1:8080") String url,

            @Schema(description = "whether its heartbeat is younger than the time-out")
            boolean alive,

            @Schema(description = "since its last heartbeat")
            long seenMillisAgo,

            Map<String, Integer> work) {}

    /**
     * A piece of work.
     *
     * @param node name of its owner, null while nobody has it
     * @param position last position done, null where work has none
     */
    @Schema(name = "Claim")
    public record ClaimRow(
            @Schema(example = "process/process-price-time") String name,
            @Nullable String node,
            @Nullable String instance,

            @Schema(description = "grows with each change of owner")
            long epoch,

            @Schema(description = "since the owner took it") long heldMillis,
            @Nullable Long position) {}

    /** Both. */
    @Schema(name = "Nodes")
    public record NodesAnswer(List<NodeRow> nodes, List<ClaimRow> claims) {}

    @GetMapping
    @Operation(
            summary = "Which application processes live, and which of them does what",
            description = "As the database has it now; the same on every node.")
    NodesAnswer nodes() {
        var picture = claims.picture();
        var names = picture.nodes().stream()
                .map(ClusterSnapshot.Seen::node)
                .collect(Collectors.toMap(Node::instance, Node::name, (one, _) -> one));
        return new NodesAnswer(
                picture.nodes().stream().map(seen -> row(seen, picture)).toList(),
                picture.claims().stream().map(claim -> row(claim, names::get)).toList());
    }

    private static NodeRow row(ClusterSnapshot.Seen seen, ClusterSnapshot picture) {
        var node = seen.node();
        return new NodeRow(
                node.name(),
                node.instance(),
                node.pid(),
                seen.url(),
                seen.alive(),
                seen.ageMillis(),
                FairShare.counts(picture, node.instance()));
    }

    private static ClaimRow row(ClusterSnapshot.Claim claim, Function<String, @Nullable String> names) {
        var owner = claim.free() ? null : claim.owner();
        return new ClaimRow(
                claim.name(),
                owner == null ? null : names.apply(owner),
                owner,
                claim.epoch(),
                owner == null ? 0 : claim.heldMillis(),
                claim.position() < 0 ? null : claim.position());
    }
}
