package io.fairlead.app.verify.account;

import io.fairlead.billing.event.NumberAssigned;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The numbers of each series in the order in which they were assigned. */
public final class NumberAccount implements RunningAccount {

    private final Map<String, List<NumberAssigned>> bySeries = new TreeMap<>();

    @Override
    public void book(SpecificRecord event) {
        if (event instanceof NumberAssigned assigned) {
            bySeries.computeIfAbsent(assigned.getNumberSeriesId(), _ -> new ArrayList<>())
                    .add(assigned);
        }
    }

    public Map<String, List<NumberAssigned>> bySeries() {
        return Collections.unmodifiableMap(bySeries);
    }
}
