package io.fairlead.view;

import static io.fairlead.projection.db.Tables.CUSTOMER;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Customers that were merged into others. What is recorded for them stays theirs; figures count it for the one that lives on.
 * There are so few that each question reads them all.
 *
 * @param into by customer, the one that it was merged into; customer:<code> both
 */
public record CustomerMerges(Map<String, String> into) {

    public CustomerMerges {
        into = Map.copyOf(into);
    }

    /** As the views have them. */
    public static CustomerMerges of(DSLContext db) {
        return new CustomerMerges(db.select(CUSTOMER.CUSTOMER_ID, CUSTOMER.MERGED_INTO)
                .from(CUSTOMER)
                .where(CUSTOMER.MERGED_INTO.isNotNull())
                .fetchMap(CUSTOMER.CUSTOMER_ID, CUSTOMER.MERGED_INTO));
    }

    /** The one that lives on for a customer: itself when it was never merged. */
    public String livingOne(String customerId) {
        var seen = new HashSet<String>();
        var last = customerId;
        while (seen.add(last)) {
            last = into.getOrDefault(last, last);
        }
        return last;
    }

    /** The one that lives on for a customer, and all that were merged into it. */
    public List<String> family(String customerId) {
        var living = livingOne(customerId);
        return Stream.concat(
                        Stream.of(living),
                        into.keySet().stream()
                                .filter(each ->
                                        !each.equals(living) && livingOne(each).equals(living))
                                .sorted())
                .toList();
    }

    /** The rows of a customer and of those merged into the same one; all rows for null. */
    public Condition only(Field<String> column, @Nullable String customerId) {
        return customerId == null ? DSL.noCondition() : column.in(family(customerId));
    }

    /** The column of customers, as the ones that live on. */
    public Field<String> living(Field<String> column) {
        if (into.isEmpty()) {
            return column;
        }
        // Inlined, so that the database sees that what is selected and what is grouped by is the same.
        var names = new HashMap<Field<String>, Field<String>>();
        into.keySet().forEach(id -> names.put(DSL.inline(id), DSL.inline(livingOne(id))));
        return DSL.case_(column).mapFields(names).else_(column);
    }
}
