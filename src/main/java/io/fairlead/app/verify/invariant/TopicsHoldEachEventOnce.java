package io.fairlead.app.verify.invariant;

import java.util.function.Supplier;

/** I6: the topics hold what the log holds, each event once, in order and unchanged. */
public final class TopicsHoldEachEventOnce implements Invariant {

    private static final int EXAMPLES_MAX = 20;

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
        return "topics, read committed from offset 0, hold each stored event once, in order per key and as it is stored";
    }

    @Override
    public Finding check() {
        var contents = topics.get();
        var census = contents.census();
        var tally = new Finding.Tally(EXAMPLES_MAX);
        tally.examined(census.records());
        contents.missing().stream().sorted().forEach(id -> tally.differs("event %s is stored but on no topic", id));
        contents.foreign().stream().sorted().forEach(id -> tally.differs("event %s is on a topic but not stored", id));
        contents.altered().stream()
                .sorted()
                .forEach(id -> tally.differs("the record of event %s says something else than what is stored", id));
        long doubled = census.records() - census.distinctEvents();
        if (!census.clean()) {
            tally.differs(
                    doubled + census.outOfOrder(),
                    "%d records are doubled, %d out of order",
                    doubled,
                    census.outOfOrder());
            census.examples().forEach(tally::example);
        }
        return tally.finding();
    }
}
