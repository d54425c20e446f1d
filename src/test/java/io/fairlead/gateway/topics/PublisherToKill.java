package io.fairlead.gateway.topics;

import io.fairlead.log.EventLog;
import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.RegistryClient;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A publisher in a process of its own, that says before each batch how far it is, so that a test can kill it there. */
final class PublisherToKill {

    private PublisherToKill() {}

    /** Arguments: bootstrap servers, registry, number of events. */
    public static void main(String[] arguments) throws InterruptedException {
        var log = new LogInMemory().filled(Integer.parseInt(arguments[2]));
        var registry = new RegistryClient(URI.create(arguments[1]));
        var usual = PublisherSettings.of(KafkaConnection.open(arguments[0]));
        var settings = new PublisherSettings(
                usual.kafka(), 500, 3, usual.retryAfter(), usual.retryAfterMax(), usual.standby());
        new TopicPublisher(new Telling(log), log, registry, settings).start();
        new CountDownLatch(1).await();
    }

    private static final class Telling extends ForwardingEventLog {

        Telling(EventLog log) {
            super(log);
        }

        @Override
        public List<StoredEvent> after(long position, int limit) {
            if (limit > 1) {
                System.out.println(position);
            }
            return log.after(position, limit);
        }
    }
}
