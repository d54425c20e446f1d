package io.fairlead.app.start;

import io.fairlead.schema.SchemaFault;
import io.fairlead.schema.StoredContracts;
import io.fairlead.store.StoredSchemas;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds each schema that events of a store were written with to today's classes, before anybody may use the store: what is
 * appended on top of events that are read wrongly can never be taken back.
 */
public final class StartGate {

    private static final Logger LOG = LoggerFactory.getLogger(StartGate.class);

    /**
     * Returns when today's classes read everything as it was written; also where no store was made yet.
     *
     * @param store changed in nothing
     * @throws StoreUnreadable when they do not
     */
    public static void require(DataSource store) {
        long begin = System.nanoTime();
        var stored = StoredSchemas.read(store);
        var faults = faults(stored);
        LOG.info(
                "Compared {} schemas of stored events with this build in {} ms",
                stored.all().size(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        if (!faults.isEmpty()) {
            throw new StoreUnreadable(faults, stored.all().size(), stored.events());
        }
    }

    /** What today's classes do not read as it was written, by event and field. */
    static List<SchemaFault> faults(StoredSchemas stored) {
        var contracts = StoredContracts.bundled();
        var faults = new ArrayList<SchemaFault>();
        stored.all().forEach(schema -> faults.addAll(contracts.faults(schema.fingerprint(), schema.json())));
        faults.sort(Comparator.comparing(SchemaFault::event)
                .thenComparing(SchemaFault::fingerprint)
                .thenComparing(SchemaFault::pointer));
        return faults;
    }

    private StartGate() {}
}
