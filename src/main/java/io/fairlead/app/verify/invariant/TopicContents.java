package io.fairlead.app.verify.invariant;

import io.fairlead.app.verify.account.LogFold;
import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.TopicCensus;
import io.fairlead.log.EventLog;
import java.util.HashSet;
import java.util.Set;

/**
 * What stands on the topics, held against the log.
 *
 * @param census what a fresh read-committed consumer counted
 * @param missing ids of events that are stored but on no topic
 * @param foreign ids of events that are on a topic but not stored
 */
public record TopicContents(TopicCensus.Result census, Set<String> missing, Set<String> foreign) {

    private static final int PAGE_SIZE = 5_000;

    public static TopicContents read(KafkaConnection kafka, LogFold fold, EventLog log) {
        var missing = new HashSet<>(fold.eventIds());
        var unexpected = new HashSet<String>();
        var census = TopicCensus.of(kafka, id -> {
            if (!missing.remove(id)) {
                unexpected.add(id);
            }
        });
        unexpected.removeAll(fold.eventIds()); // Those are the doubled ones, which the census counts.
        removeStoredSince(fold.position(), log, unexpected);
        return new TopicContents(census, missing, unexpected);
    }

    private static void removeStoredSince(long position, EventLog log, Set<String> unexpected) {
        long reached = position;
        while (!unexpected.isEmpty()) {
            var page = log.after(reached, PAGE_SIZE);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(event -> unexpected.remove(event.eventId()));
            reached = page.getLast().position();
        }
    }
}
