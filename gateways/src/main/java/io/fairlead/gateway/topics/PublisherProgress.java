package io.fairlead.gateway.topics;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * How far topics hold the log, written in the transaction that made it so.
 *
 * @param position of the last published event
 * @param eventId of the same event, to notice a log that was restored and went another way
 */
record PublisherProgress(long position, String eventId) {

    static final String TOPIC = "fairlead.publisher-progress";

    /** Nothing published yet. */
    static final PublisherProgress NONE = new PublisherProgress(0, "");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    byte[] toBytes() {
        return JSON.writeValueAsBytes(this);
    }

    static PublisherProgress fromBytes(byte[] bytes) {
        try {
            return JSON.readValue(bytes, PublisherProgress.class);
        } catch (JacksonException e) {
            throw new PublishingStopped(
                    "the last record of topic " + TOPIC + " is no progress record: " + e.getOriginalMessage(), e);
        }
    }
}
