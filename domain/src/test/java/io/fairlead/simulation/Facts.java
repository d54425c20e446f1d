package io.fairlead.simulation;

import io.fairlead.contract.event.ContractLine;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.party.event.CustomerMerged;
import io.fairlead.resource.event.ResourceOnboarded;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** A history by kind of event and by stream; read by the rules, which know nothing else of it. */
public final class Facts {

    private final List<Recorded> events;
    private final Map<Class<?>, List<Recorded>> byType = new HashMap<>();
    private final Map<String, List<Recorded>> byStream = new LinkedHashMap<>();

    public Facts(List<Recorded> events) {
        this.events = events;
        for (var each : events) {
            byType.computeIfAbsent(each.event().getClass(), _ -> new ArrayList<>())
                    .add(each);
            byStream.computeIfAbsent(each.stream(), _ -> new ArrayList<>()).add(each);
        }
    }

    /** A fact of one kind and its place. */
    public record At<T>(long position, T fact) {}

    public List<Recorded> events() {
        return events;
    }

    public <T extends SpecificRecord> List<At<T>> all(Class<T> type) {
        return byType.getOrDefault(type, List.of()).stream()
                .map(each -> new At<>(each.position(), type.cast(each.event())))
                .toList();
    }

    public <T extends SpecificRecord> Stream<T> each(Class<T> type) {
        return byType.getOrDefault(type, List.of()).stream().map(each -> type.cast(each.event()));
    }

    public List<Recorded> of(String stream) {
        return byStream.getOrDefault(stream, List.of());
    }

    /** Where in the log this very event of the stream stands. */
    public long place(String stream, SpecificRecord event) {
        return of(stream).stream()
                .filter(each -> each.event() == event)
                .findFirst()
                .orElseThrow()
                .position();
    }

    public <T extends SpecificRecord> Stream<T> of(String stream, Class<T> type) {
        return of(stream).stream().map(Recorded::event).filter(type::isInstance).map(type::cast);
    }

    public <T extends SpecificRecord> @Nullable T last(String stream, Class<T> type) {
        return of(stream, type).reduce((_, later) -> later).orElse(null);
    }

    public <T extends SpecificRecord> boolean has(String stream, Class<T> type) {
        return of(stream, type).findAny().isPresent();
    }

    public ContractSigned contract(String id) {
        return Objects.requireNonNull(last(id, ContractSigned.class), id);
    }

    public ContractLine line(String contract, int lineNo) {
        return contract(contract).getLines().stream()
                .filter(line -> line.getLineNo() == lineNo)
                .findFirst()
                .orElseThrow();
    }

    /** Who lives on for a customer in the end: itself when it was never merged. */
    public String living(String customer) {
        var living = customer;
        for (var merged = last(living, CustomerMerged.class);
                merged != null;
                merged = last(living, CustomerMerged.class)) {
            living = merged.getIntoCustomerId();
        }
        return living;
    }

    public String role(String person) {
        return Objects.requireNonNull(last(person, ResourceOnboarded.class), person)
                .getRole();
    }

    /** Decimals of a currency's amounts. */
    public static int digits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
