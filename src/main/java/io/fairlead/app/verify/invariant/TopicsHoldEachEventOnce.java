package io.fairlead.app.verify.invariant;

import java.util.function.Supplier;

/** I6: the topics hold what the log holds, each event once and in order. */
public final class TopicsHoldEachEventOnce implements Invariant {

    private final Supplier<TopicContents> topics;

    public TopicsHoldEachEventOnce(Supplier<TopicContents> topics) {
        this.topics = topics;
    }

    @Override
    public String id() {
        return "I6";
    }

    @Override
    public String sentence() {
        return "topics, read committed from offset 0, hold each stored event once and in order per key";
    }

    @Override
    public Finding check() {
        var contents = topics.get();
        var census = contents.census();
        var tally = new Finding.Tally();
        tally.examined(census.records());
        contents.missing().stream().sorted().forEach(id -> tally.differs("event %s is stored but on no topic", id));
        contents.foreign().stream().sorted().forEach(id -> tally.differs("event %s is on a topic but not stored", id));
        long doubled = census.records() - census.distinctEvents();
        if (!census.clean()) {
            tally.differs(
                    doubled + census.outOfOrder(),
                    "%d records are doubled, %d out of order; first: %s",
                    doubled,
                    census.outOfOrder(),
                    census.examples().isEmpty() ? "" : census.examples().getFirst());
        }
        return tally.finding();
    }
}
