package io.fairlead.party;

import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * What holds of a customer by day. Each part of it holds from its first day until the same part is told for a later one; told
 * twice for a day, the last holds.
 */
public final class CustomerDays {

    private final CustomerRegistered registered;
    private final List<CustomerChanged> changes;
    private final List<CustomerTaxProfileChanged> taxes;
    private final List<CustomerEndpointChanged> endpoints;

    CustomerDays(
            CustomerRegistered registered,
            List<CustomerChanged> changes,
            List<CustomerTaxProfileChanged> taxes,
            List<CustomerEndpointChanged> endpoints) {
        this.registered = registered;
        this.changes = inOrder(changes, CustomerChanged::getFrom);
        this.taxes = inOrder(taxes, CustomerTaxProfileChanged::getFrom);
        this.endpoints = inOrder(endpoints, CustomerEndpointChanged::getFrom);
    }

    /** From the events of its stream. */
    public static CustomerDays of(List<SpecificRecord> stream) {
        return new CustomerDays(
                some(stream, CustomerRegistered.class).getFirst(),
                some(stream, CustomerChanged.class),
                some(stream, CustomerTaxProfileChanged.class),
                some(stream, CustomerEndpointChanged.class));
    }

    private static <T extends SpecificRecord> List<T> some(List<SpecificRecord> stream, Class<T> type) {
        return stream.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static <T> List<T> inOrder(List<T> told, Function<T, @Nullable LocalDate> from) {
        var sorted = new ArrayList<>(told);
        sorted.sort(Comparator.comparing(each -> dayOf(from.apply(each)))); // Stable: of one day the last told is last.
        return sorted;
    }

    private static LocalDate dayOf(@Nullable LocalDate from) {
        return from == null ? LocalDate.EPOCH : from;
    }

    /** Days after one on which something else begins to hold, in order. */
    List<LocalDate> laterDays(LocalDate day) {
        return Stream.of(
                        changes.stream().map(CustomerChanged::getFrom),
                        taxes.stream().map(tax -> dayOf(tax.getFrom())),
                        endpoints.stream().map(endpoint -> dayOf(endpoint.getFrom())))
                .flatMap(days -> days)
                .filter(each -> each.isAfter(day))
                .distinct()
                .sorted()
                .toList();
    }

    /** As it would be registered if it were registered with what holds on the day. */
    public CustomerRegistered on(LocalDate day) {
        var now = CustomerRegistered.newBuilder(registered);
        var aliases = new ArrayList<>(registered.getAliases());
        changes.stream().filter(change -> !change.getFrom().isAfter(day)).forEach(change -> {
            apply(change, now);
            aliases.removeAll(change.getAliasesRemoved());
            change.getAliasesAdded().stream()
                    .filter(alias -> !aliases.contains(alias))
                    .forEach(aliases::add);
        });
        taxes.stream().filter(tax -> !dayOf(tax.getFrom()).isAfter(day)).forEach(tax -> now.setTaxId(tax.getTaxId())
                .setTaxCategory(tax.getTaxCategory()));
        endpoints.stream()
                .filter(endpoint -> !dayOf(endpoint.getFrom()).isAfter(day))
                .forEach(endpoint -> now.setEndpointScheme(endpoint.getEndpointScheme())
                        .setEndpointId(endpoint.getEndpointId())
                        .setRegistrationScheme(endpoint.getRegistrationScheme())
                        .setRegistrationId(endpoint.getRegistrationId()));
        return now.setAliases(List.copyOf(aliases)).build();
    }

    private static void apply(CustomerChanged change, CustomerRegistered.Builder now) {
        if (change.getName() != null) {
            now.setName(change.getName());
        }
        var address = change.getAddress();
        if (address != null) {
            now.setStreet(address.getStreet())
                    .setCity(address.getCity())
                    .setPostalCode(address.getPostalCode())
                    .setCountry(address.getCountry());
        }
        if (change.getPaymentTermsDays() != null) {
            now.setPaymentTermsDays(change.getPaymentTermsDays());
        }
        if (change.getPoRequired() != null) {
            now.setPoRequired(change.getPoRequired());
        }
        if (change.getBuyerReference() != null) {
            now.setBuyerReference(change.getBuyerReference().getReference());
        }
        if (change.getLanguage() != null) {
            now.setLanguage(change.getLanguage());
        }
    }

    /** Whether just this tax profile was told last for just that day. */
    boolean isTold(ChangeCustomerTaxProfile command) {
        var told = taxes.stream()
                .filter(tax -> Objects.equals(tax.getFrom(), command.from()))
                .toList();
        if (!told.isEmpty()) {
            return told.getLast().getTaxCategory().equals(command.taxCategory())
                    && Objects.equals(told.getLast().getTaxId(), command.taxId());
        }
        return command.from() == null
                && command.taxCategory().equals(registered.getTaxCategory())
                && Objects.equals(registered.getTaxId(), command.taxId());
    }

    /** Whether just this endpoint was told last for just that day. */
    boolean isTold(CustomerEndpointChanged changed) {
        var told = endpoints.stream()
                .filter(endpoint -> Objects.equals(endpoint.getFrom(), changed.getFrom()))
                .toList();
        return told.isEmpty()
                ? changed.getFrom() == null && changed.equals(PartyEvents.endpointOf(registered))
                : changed.equals(told.getLast());
    }
}
