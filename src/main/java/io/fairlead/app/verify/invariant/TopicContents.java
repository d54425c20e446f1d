package io.fairlead.app.verify.invariant;

import io.fairlead.gateway.topics.KafkaConnection;
import io.fairlead.gateway.topics.RecordMarks;
import io.fairlead.gateway.topics.TopicCensus;
import io.fairlead.log.EventLog;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What stands on the topics, held against the log.
 *
 * @param census what a fresh read-committed consumer counted
 * @param missing ids of events that are stored but on no topic
 * @param foreign ids of events that are on a topic but not stored
 * @param altered ids of events whose record says something else than what is stored
 */
public record TopicContents(TopicCensus.Result census, Set<String> missing, Set<String> foreign, Set<String> altered) {

    private static final int PAGE_SIZE = 5_000;

    /** @param position up to which events have to be there */
    public static TopicContents read(KafkaConnection kafka, RecordMarks marks, EventLog log, long position) {
        var due = marks(position, log, marks);
        var missing = new HashSet<>(due.keySet());
        var foreign = new HashMap<String, Long>();
        var altered = new HashSet<String>();
        var census = TopicCensus.of(kafka, marks, (id, mark) -> {
            var stored = due.get(id);
            if (stored == null) {
                foreign.put(id, mark);
            } else {
                missing.remove(id);
                if (stored != mark) {
                    altered.add(id);
                }
            }
        });
        removeStoredSince(position, log, marks, foreign, altered);
        return new TopicContents(census, missing, foreign.keySet(), altered);
    }

    private static Map<String, Long> marks(long position, EventLog log, RecordMarks marks) {
        var due = new HashMap<String, Long>();
        long reached = 0;
        while (reached < position) {
            var page = log.after(reached, (int) Math.min(PAGE_SIZE, position - reached));
            if (page.isEmpty()) {
                throw new IllegalStateException("the log ends at " + reached + ", before position " + position);
            }
            page.forEach(event -> due.put(event.eventId(), marks.of(event)));
            reached = page.getLast().position();
        }
        return due;
    }

    private static void removeStoredSince(
            long position, EventLog log, RecordMarks marks, Map<String, Long> foreign, Set<String> altered) {
        long reached = position;
        while (!foreign.isEmpty()) {
            var page = log.after(reached, PAGE_SIZE);
            if (page.isEmpty()) {
                return;
            }
            for (var event : page) {
                var mark = foreign.remove(event.eventId());
                if (mark != null && mark != marks.of(event)) {
                    altered.add(event.eventId());
                }
            }
            reached = page.getLast().position();
        }
    }
}
