package io.fairlead.party;

import io.fairlead.party.event.CustomerAddress;
import io.fairlead.party.event.CustomerChanged;
import io.fairlead.party.event.CustomerEndpointChanged;
import io.fairlead.party.event.CustomerReference;
import io.fairlead.party.event.CustomerRegistered;
import io.fairlead.party.event.CustomerTaxProfileChanged;
import io.fairlead.shared.RuleViolated;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** What of a change is news: the parts that are told and do not hold on its day already. */
final class CustomerChanges {

    private final ChangeCustomer told;
    private final CustomerRegistered now;

    /** @param now what holds on the day of the change */
    CustomerChanges(ChangeCustomer told, CustomerRegistered now) {
        this.told = told;
        this.now = now;
    }

    /**
     * Its events; none when all of it is so already.
     *
     * @throws RuleViolated P-06 a tax identifier without a category, or an alias to be taken away that the customer has not
     */
    List<SpecificRecord> events() {
        var events = new ArrayList<SpecificRecord>();
        var changed = changed();
        if (changed != null) {
            events.add(changed);
        }
        var tax = tax();
        if (tax != null) {
            events.add(tax);
        }
        var endpoint = endpoint();
        if (endpoint != null) {
            events.add(endpoint);
        }
        return events;
    }

    private @Nullable CustomerChanged changed() {
        var nothing = CustomerChanged.newBuilder()
                .setCustomerId(told.customerId().value())
                .setFrom(told.from())
                .build();
        var changed = CustomerChanged.newBuilder(nothing)
                .setName(Objects.equals(told.name(), now.getName()) ? null : told.name())
                .setAddress(address())
                .setAliasesAdded(told.aliasesAdded().stream()
                        .distinct()
                        .filter(alias -> !now.getAliases().contains(alias))
                        .toList())
                .setAliasesRemoved(removed());
        var terms = told.terms();
        if (terms != null) {
            changed.setPaymentTermsDays(news(terms.paymentTermsDays(), now.getPaymentTermsDays()))
                    .setPoRequired(news(terms.poRequired(), now.getPoRequired()))
                    .setBuyerReference(reference(terms.buyerReference()))
                    .setLanguage(news(
                            terms.language(),
                            DocumentLanguage.of(now.getLanguage()).code()));
        }
        var event = changed.build();
        return event.equals(nothing) ? null : event;
    }

    private static <T> @Nullable T news(@Nullable T told, T now) {
        return now.equals(told) ? null : told;
    }

    private @Nullable CustomerReference reference(@Nullable String wanted) {
        if (wanted == null) {
            return null;
        }
        var reference = noneAsNull(wanted);
        return Objects.equals(reference, now.getBuyerReference()) ? null : new CustomerReference(reference);
    }

    private static @Nullable String noneAsNull(String text) {
        return text.equals(ChangeCustomer.NONE) ? null : text;
    }

    private List<String> removed() {
        for (var alias : told.aliasesRemoved()) {
            if (!now.getAliases().contains(alias)) {
                throw new RuleViolated(
                        "P-06",
                        "aliasesRemoved",
                        "the customer has no alias '" + alias + "' on that day",
                        "look at it");
            }
        }
        return told.aliasesRemoved().stream().distinct().toList();
    }

    private @Nullable CustomerAddress address() {
        var wanted = told.address();
        if (wanted == null) {
            return null;
        }
        var before = new CustomerAddress(now.getStreet(), now.getCity(), now.getPostalCode(), now.getCountry());
        var after = new CustomerAddress(
                Objects.requireNonNullElse(wanted.street(), before.getStreet()),
                Objects.requireNonNullElse(wanted.city(), before.getCity()),
                Objects.requireNonNullElse(wanted.postalCode(), before.getPostalCode()),
                Objects.requireNonNullElse(wanted.country(), before.getCountry()));
        return after.equals(before) ? null : after;
    }

    private @Nullable CustomerTaxProfileChanged tax() {
        var wanted = told.tax();
        if (wanted == null || (wanted.taxId() == null && wanted.taxCategory() == null)) {
            return null;
        }
        var taxId = wanted.taxId() == null ? now.getTaxId() : noneAsNull(wanted.taxId());
        var category = wanted.taxCategory() == null ? now.getTaxCategory() : wanted.taxCategory();
        if (category == null) {
            throw new RuleViolated(
                    "P-06",
                    "taxCategory",
                    "the customer has no tax category on that day",
                    "tell it with the identifier");
        }
        return Objects.equals(taxId, now.getTaxId()) && category.equals(now.getTaxCategory())
                ? null
                : CustomerTaxProfileChanged.newBuilder()
                        .setCustomerId(told.customerId().value())
                        .setTaxId(taxId)
                        .setTaxCategory(category)
                        .setFrom(told.from())
                        .build();
    }

    private @Nullable CustomerEndpointChanged endpoint() {
        var before = PartyEvents.endpointOf(now);
        var after = CustomerEndpointChanged.newBuilder(before);
        if (told.endpoint() != null) {
            after.setEndpointScheme(told.endpoint().scheme())
                    .setEndpointId(told.endpoint().id());
        }
        if (told.registration() != null) {
            after.setRegistrationScheme(told.registration().scheme())
                    .setRegistrationId(told.registration().id());
        }
        return after.build().equals(before) ? null : after.setFrom(told.from()).build();
    }
}
