package io.fairlead.gateway.topics;

import io.fairlead.schema.Subjects;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes topics at need, for the publisher. Event topics keep everything for ever; the progress topic keeps the last record. */
final class Topics implements AutoCloseable {

    private static final String ANY_TIME =
            Long.toString(Long.MAX_VALUE); // A clock that was wrong must not reject an event.

    private static final Map<String, String> EVENTS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.RETENTION_BYTES_CONFIG,
            "-1",
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            ANY_TIME);
    private static final Map<String, String> PROGRESS = Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME);

    private final Admin admin;
    private final int partitions;
    private final Set<String> known;

    Topics(PublisherSettings settings) {
        this.admin = Admin.create(settings.kafka()
                .with(Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000)));
        this.partitions = settings.partitions();
        this.known = new HashSet<>();
    }

    /** Makes the progress topic unless it is there. */
    void needProgress() {
        look();
        make(List.of(new NewTopic(PublisherProgress.TOPIC, Optional.of(1), Optional.empty()).configs(PROGRESS)));
    }

    /** Makes those event topics that are not there. */
    void need(Collection<String> topics) {
        var missing = new ArrayList<NewTopic>();
        for (var topic : new HashSet<>(topics)) {
            if (!known.contains(topic)) {
                missing.add(new NewTopic(topic, Optional.of(partitions), Optional.empty()).configs(EVENTS));
            }
        }
        make(missing);
    }

    /** Event topics that are there. */
    List<String> events() {
        return known.stream()
                .filter(topic -> Subjects.EVENT_TOPICS.matcher(topic).matches())
                .sorted()
                .toList();
    }

    private void look() {
        known.clear();
        known.addAll(get(admin.listTopics().names()));
    }

    private void make(List<NewTopic> topics) {
        var missing =
                topics.stream().filter(topic -> !known.contains(topic.name())).toList();
        if (missing.isEmpty()) {
            return;
        }
        for (var made : admin.createTopics(missing).values().entrySet()) {
            try {
                get(made.getValue());
            } catch (TopicExistsException e) {
                // Made meanwhile by another publisher: as good.
            }
            known.add(made.getKey());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
    }

    static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
