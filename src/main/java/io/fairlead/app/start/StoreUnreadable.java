package io.fairlead.app.start;

import io.fairlead.schema.SchemaFault;
import java.util.List;
import java.util.stream.Collectors;

/** This build must not open the store. */
public final class StoreUnreadable extends StartImpossible {

    private static final long serialVersionUID = 1;
    private static final int TOLD_MAX = 40;

    private final transient List<SchemaFault> faults;

    StoreUnreadable(List<SchemaFault> faults, int schemas, long events) {
        super(message(faults, schemas, events));
        this.faults = List.copyOf(faults);
    }

    /** What is not read as it was written, never empty. */
    public List<SchemaFault> faults() {
        return faults;
    }

    @Override
    public String remedy() {
        return "Start the build that wrote these events, or a later one that reads them; nothing in the store has to be mended.";
    }

    private static String message(List<SchemaFault> faults, int schemas, long events) {
        long hurt =
                faults.stream().mapToLong(SchemaFault::fingerprint).distinct().count();
        var told = faults.stream().limit(TOLD_MAX).map(StoreUnreadable::line).collect(Collectors.joining());
        var rest = faults.size() > TOLD_MAX ? "%n- and %d more".formatted(faults.size() - TOLD_MAX) : "";
        return "this build does not read what is stored as it was written: %d of %d schemas, in a log of %d events."
                        .formatted(hurt, schemas, events)
                + " Nothing was appended, published or changed."
                + told
                + rest;
    }

    private static String line(SchemaFault fault) {
        var event = fault.event().isEmpty() ? "" : fault.event() + ", ";
        var remedy = fault.remedy().isEmpty() ? "" : ". Remedy: " + fault.remedy();
        return "%n- %s%s%s".formatted(event, fault.place(), remedy);
    }
}
