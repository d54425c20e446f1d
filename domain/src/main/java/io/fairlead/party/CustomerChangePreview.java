package io.fairlead.party;

import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.shared.RuleViolated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What a change would make different of a customer, told before it is made. */
public final class CustomerChangePreview {

    private static final Map<String, Function<CustomerRegistered, @Nullable Object>> FIELDS = fields();

    private static Map<String, Function<CustomerRegistered, @Nullable Object>> fields() {
        var fields = new LinkedHashMap<String, Function<CustomerRegistered, @Nullable Object>>();
        fields.put("name", CustomerRegistered::getName);
        fields.put("street", CustomerRegistered::getStreet);
        fields.put("city", CustomerRegistered::getCity);
        fields.put("postalCode", CustomerRegistered::getPostalCode);
        fields.put("country", CustomerRegistered::getCountry);
        fields.put("paymentTermsDays", CustomerRegistered::getPaymentTermsDays);
        fields.put("poRequired", CustomerRegistered::getPoRequired);
        fields.put("buyerReference", CustomerRegistered::getBuyerReference);
        fields.put("language", now -> DocumentLanguage.of(now.getLanguage()).code());
        fields.put("taxId", CustomerRegistered::getTaxId);
        fields.put("taxCategory", CustomerRegistered::getTaxCategory);
        fields.put("endpoint", now -> schemed(now.getEndpointScheme(), now.getEndpointId()));
        fields.put("registration", now -> schemed(now.getRegistrationScheme(), now.getRegistrationId()));
        fields.put("aliases", now -> now.getAliases().isEmpty() ? null : String.join(", ", now.getAliases()));
        return fields;
    }

    /**
     * A field that would be different.
     *
     * @param field its name in the API
     * @param before what holds on the day; null means none
     * @param after what would hold; null means none
     * @param until first later day on which something else holds, since it was told for that day; null means open
     */
    public record Difference(
            String field,
            @Nullable String before,
            @Nullable String after,
            @Nullable LocalDate until) {}

    /**
     * The differences of a change, in a fixed order; none when all of it is so already.
     *
     * @param stream all events of the customer
     * @throws RuleViolated as the command would be refused
     */
    public static List<Difference> of(List<SpecificRecord> stream, ChangeCustomer change) {
        LivingCustomers.requireLiving(stream);
        var now = CustomerDays.of(stream);
        var changed = new ArrayList<>(stream);
        changed.addAll(new CustomerChanges(change, now.on(change.from())).events());
        var then = CustomerDays.of(changed);
        var differences = new ArrayList<Difference>();
        FIELDS.forEach((field, value) -> {
            var before = text(value.apply(now.on(change.from())));
            var after = text(value.apply(then.on(change.from())));
            if (!Objects.equals(before, after)) {
                var until = then.laterDays(change.from()).stream()
                        .filter(day -> !Objects.equals(after, text(value.apply(then.on(day)))))
                        .findFirst();
                differences.add(new Difference(field, before, after, until.orElse(null)));
            }
        });
        return differences;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static @Nullable String schemed(@Nullable String scheme, @Nullable String id) {
        return id == null ? null : scheme + ":" + id;
    }

    private CustomerChangePreview() {}
}
