package io.fairlead.app.schemas;

import io.fairlead.log.ForwardingEventLog;
import io.fairlead.log.StoredEvent;
import io.fairlead.schema.EventCodec;
import java.util.List;
import java.util.function.LongConsumer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The check over HTTP, of a log on a real PostgreSQL with two sound events, one that is out of its range, one that
 * cannot be read and one that is excused.
 */
@TestConfiguration(proxyBeanMethods = false)
@Import(ContractVerificationApi.class)
public class ContractsUnderTest implements AutoCloseable {

    private final PlantedLog planted = new PlantedLog();
    private volatile LongConsumer atRead = _ -> {};

    ContractsUnderTest() {
        planted.sound(2);
        planted.ready(event -> event.setLineNo(0));
        planted.garbled();
        planted.linesAdded("");
    }

    @Bean
    ContractVerification contractVerification() {
        var log = new ForwardingEventLog(planted.stored.store.log()) {

            @Override
            public List<StoredEvent> after(long position, int limit) {
                atRead.accept(position);
                return super.after(position, limit);
            }
        };
        return new ContractVerification(log, new EventCodec(planted.stored.store.log()), KnownBreaches.bundled(), 2);
    }

    /** What is done with the position before each page is read. */
    public void atRead(LongConsumer action) {
        atRead = action;
    }

    @Override
    public void close() {
        planted.close();
    }
}
