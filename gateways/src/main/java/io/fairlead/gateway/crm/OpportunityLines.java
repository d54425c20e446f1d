package io.fairlead.gateway.crm;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The products of an opportunity, as a query's nested answer or a tree export gives them; for {@link
 * OpportunityReader}.
 */
final class OpportunityLines {

    private static final String FIELD = "OpportunityLineItems";
    private static final int LINES_MAX = 1_000;

    private OpportunityLines() {}

    static List<Opportunity.Line> read(RecordFields opportunity) throws FieldRefused {
        var nested = opportunity.node(FIELD);
        if (nested == null) {
            return List.of();
        }
        var records = nested.get("records");
        if (records == null || !records.isArray()) {
            throw opportunity.refused(
                    FIELD, "it has no list of records", "select (SELECT ... FROM OpportunityLineItems)");
        }
        var done = nested.get("done");
        var total = nested.get("totalSize");
        var truncated = done != null && done.isBoolean() && !done.booleanValue()
                || total != null && total.isInt() && total.intValue() != records.size();
        if (truncated || records.size() > LINES_MAX) {
            throw opportunity.refused(FIELD, "not all lines are here", "read the remaining pages, at most 1,000 lines");
        }
        var lines = new ArrayList<Opportunity.Line>();
        for (var record : records.values()) {
            var path = FIELD + "[" + (lines.size() + 1) + "]";
            if (!record.isObject()) {
                throw new FieldRefused(path, "", "it is not an object", "read the record again");
            }
            lines.add(line(new RecordFields(record, path + "."), lines.size() + 1));
        }
        return lines;
    }

    private static Opportunity.Line line(RecordFields line, int number) throws FieldRefused {
        var quantity = line.amount("Quantity");
        if (quantity == null) {
            throw line.missing("Quantity", "fill it in in the CRM, or select it in the query");
        }
        if (quantity.signum() == 0) {
            throw line.refused("Quantity", "it is 0", "remove the line or give a quantity");
        }
        var unitPrice = line.amount("UnitPrice");
        var totalPrice = line.amount("TotalPrice");
        if (totalPrice == null && unitPrice == null) {
            throw line.missing("TotalPrice", "select UnitPrice or TotalPrice in the query");
        }
        var total = totalPrice != null ? totalPrice : product(quantity, Objects.requireNonNull(unitPrice));
        return new Opportunity.Line(
                line.text("Id"),
                line.text("Product2Id"),
                description(line, number),
                quantity,
                unitPrice,
                total,
                line.date("ServiceDate"));
    }

    private static String description(RecordFields line, int number) throws FieldRefused {
        var product = line.node("Product2");
        var productName =
                product == null || !product.isObject() ? null : new RecordFields(product, "Product2.").text("Name");
        return Stream.of(line.text("Description"), line.text("Name"), productName, line.text("Product2Id"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("Line " + number);
    }

    private static BigDecimal product(BigDecimal quantity, BigDecimal unitPrice) {
        return quantity.multiply(unitPrice).setScale(4, RoundingMode.HALF_UP);
    }
}
