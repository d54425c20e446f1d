package io.fairlead.gateway.erp;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fairlead.party.CustomerDays;
import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the ERP is to keep it: created under the first version, changed under later ones.
 *
 * @param mergedInto the one that lives on for it, customer:<code>; null while it lives itself
 */
public record CustomerData(
        String customerId,
        int version,
        String name,
        String currency,
        @Nullable String taxId,
        @Nullable String country,
        boolean purchaseOrderRequired,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String mergedInto) // Stored before merges were told, it is not there.
        implements DeliveryPayload {

    /**
     * With everything told of it so far: the ERP keeps no days, so what holds from a later one is told it ahead. What comes after
     * the event has versions of its own, however late this one is delivered: a version has one content.
     *
     * @param stream events of the customer from its first on; the last is delivered, and each that the ERP is told of is a version
     */
    static CustomerData of(List<SpecificRecord> stream) {
        var event = stream.getLast();
        var now = CustomerDays.of(stream).on(LocalDate.MAX);
        return new CustomerData(
                now.getCustomerId(),
                (int) stream.stream().filter(CustomerData::isTold).count(),
                now.getName(),
                now.getCurrency(),
                now.getTaxId(),
                now.getCountry(),
                now.getPoRequired(),
                event instanceof CustomerMerged merged
                        ? merged.getIntoCustomerId()
                        : null); // Nothing is told after it.
    }

    private static boolean isTold(SpecificRecord event) {
        return event instanceof CustomerRegistered
                || event instanceof CustomerTaxProfileChanged
                || event instanceof CustomerChanged
                || event instanceof CustomerMerged;
    }

    @Override
    public DeliveryKind kind() {
        return DeliveryKind.ENSURE_CUSTOMER;
    }

    @Override
    public String aggregateId() {
        return customerId;
    }

    @Override
    public String lane() {
        return DeliveryPayload.customerLane(customerId);
    }

    @Override
    public Set<String> needs() {
        return mergedInto == null ? Set.of() : Set.of(DeliveryPayload.customerLane(mergedInto));
    }
}
