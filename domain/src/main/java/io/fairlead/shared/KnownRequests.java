package io.fairlead.shared;

import io.fairlead.billing.event.BillingItemWrittenOff;
import io.fairlead.expense.event.ExpenseCorrected;
import io.fairlead.expense.event.ExpenseWrittenOff;
import io.fairlead.log.MetadataKeys;
import io.fairlead.time.event.TimeChangeRequested;
import io.fairlead.time.event.TimeCorrected;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCreditProposed;
import io.fairlead.time.event.TimeWrittenOff;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.messaging.MetaData;

/**
 * Requests that an aggregate carried out and must not carry out again: what they ask depends on what is there, such as a
 * difference, or all that is left. The store forgets the keys of clients after a while; what is recorded carries the key of its
 * request for ever, so a late repeat is still known. Immutable.
 *
 * @param ids of the requests, in the order in which they came; a few in the life of an aggregate
 */
public record KnownRequests(List<String> ids) {

    public static final KnownRequests NONE = new KnownRequests(List.of());

    public KnownRequests {
        ids = List.copyOf(ids);
    }

    /** Whether the request that was sent with this, by the same client with the same key and body, is carried out already. */
    public boolean have(MetaData sent) {
        var id = id(sent);
        return !id.isEmpty() && ids.contains(id);
    }

    /** What happened to the aggregate, whose state this is. */
    public KnownRequests after(SpecificRecord event, MetaData recorded) {
        return switch (event) {
            case TimeCorrected _, TimeCorrectedAfterApproval _, TimeChangeRequested _, TimeCreditProposed _ ->
                with(recorded);
            case TimeWrittenOff _, BillingItemWrittenOff _, ExpenseWrittenOff _, ExpenseCorrected _ -> with(recorded);
            default -> this;
        };
    }

    private KnownRequests with(MetaData recorded) {
        var id = id(recorded);
        return id.isEmpty() || ids.contains(id)
                ? this
                : new KnownRequests(Stream.concat(ids.stream(), Stream.of(id)).toList());
    }

    /** Empty where nothing says which request it was. */
    private static String id(MetaData data) {
        return data.get(MetadataKeys.CLIENT) instanceof String client
                        && data.get(MetadataKeys.COMMAND_ID) instanceof String key
                        && data.get(MetadataKeys.REQUEST_HASH) instanceof String hash
                ? NameUuid.of("request", client, key, hash).toString()
                : "";
    }
}
