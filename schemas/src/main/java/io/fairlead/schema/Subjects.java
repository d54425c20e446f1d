package io.fairlead.schema;

import java.util.regex.Pattern;

/** Names of topics and registry subjects, for everything that writes or reads topics. */
public final class Subjects {

    /** All topics of events. */
    public static final Pattern EVENT_TOPICS = Pattern.compile("fairlead\\.[a-z][a-z0-9-]*\\.v1");

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private Subjects() {}

    /**
     * Topic of one kind of aggregate, for example {@code fairlead.time-entry.v1}.
     *
     * @throws IllegalArgumentException when the kind is not lower-case letters, digits and hyphens
     */
    public static String topic(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException(
                    "kind '" + kind + "' is no name of a topic: 1 to 64 lower-case letters, digits, hyphens");
        }
        return "fairlead." + kind + ".v1";
    }

    /**
     * Topic of an aggregate's events.
     *
     * @param aggregateId {@code <kind>:<key>}
     * @throws IllegalArgumentException when the id has no kind
     */
    public static String topicOf(String aggregateId) {
        int colon = aggregateId.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("aggregate id '" + aggregateId + "' has no kind: expected <kind>:<key>");
        }
        return topic(aggregateId.substring(0, colon));
    }

    /** Subject of a record on a topic (Confluent's TopicRecordNameStrategy): {@code <topic>-<record's full name>}. */
    public static String subject(String topic, String recordFullName) {
        return topic + "-" + recordFullName;
    }
}
