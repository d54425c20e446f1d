package io.fairlead.app.explain;

import io.fairlead.app.history.Histories;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is as it is, as a tree.
 *
 * @param id what was asked for
 * @param asOf only what was recorded until then; null means all
 * @param because the tree
 * @param differences sums that do not come out; empty when every cent is explained
 */
public record Explanation(String id, @Nullable Instant asOf, Node because, List<String> differences) {

    /**
     * One figure or fact and what it is made of.
     *
     * @param what a sentence
     * @param amount the figure at its currency's digits; null where it is a fact without one
     * @param currency ISO 4217; null without amount
     * @param source the event that says so; null where it is worked out from the parts
     * @param parts what it is made of, in order
     */
    @Schema(name = "ExplanationNode")
    public record Node(
            String what,
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable Source source,
            List<Node> parts) {

        public Node {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Where in the log it stands.
     *
     * @param stream key of the stream
     * @param sequence place in the stream, from 0
     * @param position place in the log, from 1
     * @param eventId unique in the log
     * @param type name of the event
     * @param recordedAt UTC
     * @param actor who acted, issuer|subject
     */
    @Schema(name = "ExplanationSource")
    public record Source(
            String stream,
            long sequence,
            long position,
            String eventId,
            String type,
            Instant recordedAt,
            @Nullable String actor) {

        static Source of(String stream, Histories.Event event) {
            return new Source(
                    stream,
                    event.sequence(),
                    event.position(),
                    event.eventId(),
                    Told.simpleName(event),
                    event.recordedAt(),
                    event.actor());
        }
    }
}
