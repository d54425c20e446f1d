package io.fairlead.party;

import io.fairlead.party.CustomerChangePreview.Difference;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.shared.StreamHistory;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** In what two customers differ that would rarely be one: whoever merges them looks at that first. */
public final class MergeDifferences {

    private static final Map<String, Function<CustomerRegistered, @Nullable String>> TELLING = telling();

    private static Map<String, Function<CustomerRegistered, @Nullable String>> telling() {
        var telling = new LinkedHashMap<String, Function<CustomerRegistered, @Nullable String>>();
        telling.put("country", CustomerRegistered::getCountry);
        telling.put("currency", CustomerRegistered::getCurrency);
        telling.put("taxId", CustomerRegistered::getTaxId);
        return telling;
    }

    /**
     * Field by field; before is of the one that goes, after of the one that lives on.
     *
     * @param goes all events of its stream
     * @param lives all events of its stream
     * @param day on which both are looked at
     */
    static List<Difference> of(List<SpecificRecord> goes, List<SpecificRecord> lives, LocalDate day) {
        var one = CustomerDays.of(goes).on(day);
        var other = CustomerDays.of(lives).on(day);
        var differences = new ArrayList<Difference>();
        TELLING.forEach((field, value) -> {
            var before = value.apply(one);
            var after = value.apply(other);
            if (!Objects.equals(before, after)) {
                differences.add(new Difference(field, before, after, null));
            }
        });
        return differences;
    }

    /** Of the customers of a merge, on its day in UTC. */
    public static List<Difference> of(StreamHistory history, MergeCustomer merge) {
        return of(
                history.all(merge.customerId().value()),
                history.all(merge.into().value()),
                LocalDate.ofInstant(merge.at(), ZoneOffset.UTC));
    }

    private MergeDifferences() {}
}
