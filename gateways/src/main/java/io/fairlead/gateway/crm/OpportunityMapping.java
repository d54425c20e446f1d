package io.fairlead.gateway.crm;

import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.intake.SettingsJson;
import io.fairlead.shared.BillingMethods;
import io.fairlead.shared.TaxCategories;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM's records do not say, and what its values are called here. Written by the user, for {@link
 * OpportunityReader}.
 *
 * @param source names the CRM; part of every deal's identity
 * @param wonStages stages that mean won where the record has no IsWon
 * @param missingId what stands for the id of a record without one
 * @param accounts AccountId, or "*" for all others and for records without account, to customer:...; null leaves
 *     customers to the domain
 * @param defaults values for what neither a standard nor a custom field gives
 * @param fields custom field names by what they carry
 * @param values translations of a field's outside values, by what it carries
 */
public record OpportunityMapping(
        String source,
        Set<String> wonStages,
        MissingId missingId,
        @Nullable Map<String, String> accounts,
        Map<Term, String> defaults,
        Map<Term, String> fields,
        Map<Term, Map<String, String>> values) {

    /** What stands for the id of a record without one. */
    public enum MissingId {
        /** The record is refused. */
        REFUSE,
        /** attributes.referenceId of an sfdx tree export; unique within one export only. */
        REFERENCE,
        /** A hash of name, close date and amount, with an ordinal among equal ones. */
        NAME
    }

    /** What a contract needs beyond the standard fields. */
    public enum Term {
        CURRENCY("currency", "[A-Z]{3}"),
        LEGAL_ENTITY("legalEntity", "legal-entity:[A-Za-z0-9._-]{1,64}"),
        BILLING_METHOD("billingMethod", oneOf(BillingMethods.OF_DEALS)),
        TAX_CATEGORY("taxCategory", oneOf(TaxCategories.ALL)),
        PO_NUMBER("poNumber", "[^\\p{Cntrl}]{1,255}"),
        RATE_CARD("rateCard", "rate-card:[A-Za-z0-9._-]{1,64}"),
        TERM_MONTHS("termMonths", "\\d{1,3}"),
        PAYMENT_TERM_DAYS("paymentTermDays", "\\d{1,3}");

        private final String key;
        private final Pattern shape;

        Term(String key, String shape) {
            this.key = key;
            this.shape = Pattern.compile(shape);
        }

        public String key() {
            return key;
        }

        boolean fits(String value) {
            return shape.matcher(value).matches()
                    && (this != CURRENCY
                            || Currency.getAvailableCurrencies().stream()
                                    .anyMatch(known -> known.getCurrencyCode().equals(value)));
        }

        boolean number() {
            return this == TERM_MONTHS || this == PAYMENT_TERM_DAYS;
        }

        int from() {
            return this == TERM_MONTHS ? 1 : 0;
        }

        int to() {
            return this == TERM_MONTHS ? 120 : 365;
        }

        private static String oneOf(Set<String> words) {
            return words.stream().sorted().collect(Collectors.joining("|"));
        }

        static Set<String> keys() {
            return Set.copyOf(List.of(values()).stream().map(Term::key).toList());
        }
    }

    static final String ALL_OTHERS = "*";

    private static final Set<String> KEYS =
            Set.of("source", "wonStages", "missingId", "accounts", "defaults", "fields", "values");
    private static final Pattern CUSTOMER = Pattern.compile("customer:[A-Za-z0-9._-]{1,64}");
    private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,79}");

    public OpportunityMapping {
        wonStages = Set.copyOf(wonStages);
        accounts = accounts == null ? null : Map.copyOf(accounts);
        defaults = Map.copyOf(defaults);
        fields = Map.copyOf(fields);
        values = Map.copyOf(values);
    }

    /** Reads and checks a mapping file (JSON); an unknown key or a value of the wrong shape is refused by name. */
    public static OpportunityMapping of(RawFile file) {
        var json = SettingsJson.object("mapping", file, KEYS);
        var source = json.text("source");
        var stages = json.has("wonStages") ? json.texts("wonStages") : List.of("Closed Won");
        var missing = json.word("missingId", List.of("refuse", "referenceId", "name"));
        var accounts = json.table("accounts");
        if (accounts != null) {
            accounts.forEach((outside, id) -> {
                if (!CUSTOMER.matcher(id).matches()) {
                    throw json.invalid(
                            "accounts." + outside, "\"" + id + "\" is no customer id", "write customer:<id>");
                }
            });
        }
        return new OpportunityMapping(
                source == null ? "salesforce" : source,
                Set.copyOf(stages),
                switch (missing) {
                    case "referenceId" -> MissingId.REFERENCE;
                    case "name" -> MissingId.NAME;
                    case null, default -> MissingId.REFUSE;
                },
                accounts,
                defaults(json),
                fields(json),
                values(json));
    }

    @Nullable
    String customer(@Nullable String accountId) {
        if (accounts == null) {
            return null;
        }
        var found = accountId == null ? null : accounts.get(accountId);
        return found == null ? accounts.get(ALL_OTHERS) : found;
    }

    private static Map<Term, String> defaults(SettingsJson json) {
        var defaults = new LinkedHashMap<Term, String>();
        var given = json.inner("defaults", Term.keys());
        for (var term : Term.values()) {
            if (given == null || !given.has(term.key())) {
                continue;
            }
            var number = term.number() ? given.integer(term.key(), term.from(), term.to()) : null;
            var value = number == null ? given.text(term.key()) : number.toString();
            if (value == null || !term.fits(value)) {
                throw given.invalid(
                        term.key(), "\"" + value + "\" is not possible", "write it like " + term.shape.pattern());
            }
            defaults.put(term, value);
        }
        return defaults;
    }

    private static Map<Term, String> fields(SettingsJson json) {
        var fields = new LinkedHashMap<Term, String>();
        var given = json.inner("fields", Term.keys());
        for (var term : Term.values()) {
            var field = given == null ? null : given.text(term.key());
            if (given != null && field != null) {
                if (!FIELD.matcher(field).matches()) {
                    throw given.invalid(term.key(), "\"" + field + "\" is no field name", "write it like PO_Number__c");
                }
                fields.put(term, field);
            }
        }
        return fields;
    }

    private static Map<Term, Map<String, String>> values(SettingsJson json) {
        var values = new LinkedHashMap<Term, Map<String, String>>();
        var given = json.inner("values", Term.keys());
        for (var term : Term.values()) {
            var table = given == null ? null : given.table(term.key());
            if (given == null || table == null) {
                continue;
            }
            table.forEach((outside, ours) -> {
                if (!term.fits(ours)) {
                    throw given.invalid(
                            term.key() + "." + outside,
                            "\"" + ours + "\" is not possible",
                            "write it like " + term.shape.pattern());
                }
            });
            values.put(term, table);
        }
        return values;
    }
}
