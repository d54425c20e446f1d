package io.fairlead.gateway.erp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The port to one ERP. Implemented per vendor, called by {@link ErpSender} and {@link PaymentIntake} outside any
 * database transaction; bounded by time-outs; thread-safe.
 */
public interface ErpAdapter {

    /** Looks a delivery's document up by its reference and tells in what it differs from the payload. */
    AdapterAnswer<Optional<Found>> find(Delivery delivery);

    /** Creates what the delivery says, without legal effect yet. */
    AdapterAnswer<Snapshot> stage(Delivery delivery);

    /** Replaces an older version of the same document that has no legal effect yet. */
    AdapterAnswer<Snapshot> replace(Delivery delivery, String outsideId);

    /** Gives a staged invoice its legal effect. */
    AdapterAnswer<Snapshot> commit(Delivery delivery, String outsideId, DocumentPosting posting);

    /** Reads a document back by the ERP's id. */
    AdapterAnswer<Snapshot> read(Delivery delivery, String outsideId);

    /** The facts after a cursor, oldest first; an empty cursor is the beginning. */
    AdapterAnswer<ChangePage> changesSince(String cursor);

    Capabilities capabilities();

    /**
     * A document that is there.
     *
     * @param differences the fields in which it differs from the payload; empty when equal
     */
    record Found(Snapshot snapshot, List<String> differences) {}

    /** A page of the change feed and the cursor behind it. */
    record ChangePage(List<PaymentFact> payments, String next, boolean more) {}

    /**
     * What the ERP can do.
     *
     * @param searchDelay how long after a write its document may be missing from a search
     * @param replacesDrafts whether a draft can be replaced in place
     */
    record Capabilities(Duration searchDelay, boolean replacesDrafts) {}
}
