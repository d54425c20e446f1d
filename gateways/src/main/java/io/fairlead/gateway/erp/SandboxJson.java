package io.fairlead.gateway.erp;

import io.fairlead.gateway.erp.Snapshot.Status;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Our payloads as the sandbox's request bodies, and its documents as ours. Read by {@link SandboxErpAdapter}. */
final class SandboxJson {

    private SandboxJson() {}

    static ObjectNode body(DeliveryPayload payload) {
        return switch (payload) {
            case CustomerData customer ->
                referenced(customer)
                        .put("name", customer.name())
                        .put("currency", customer.currency())
                        .put("taxId", customer.taxId())
                        .put("country", customer.country())
                        .put("purchaseOrderRequired", customer.purchaseOrderRequired())
                        .put("mergedInto", customer.mergedInto());
            case ProjectData project ->
                referenced(project)
                        .put("customerRef", project.customerId())
                        .put("name", project.name())
                        .put("company", project.company());
            case RefundData refund ->
                referenced(refund)
                        .put("creditsRef", refund.documentId())
                        .put("customerRef", refund.customerId())
                        .put("company", refund.company())
                        .put("currency", refund.currency())
                        .put("gross", refund.gross().toPlainString())
                        .put("accountingDate", refund.accountingDate().toString());
            case AccountBooking booking -> booking(booking);
            case DocumentDraft invoice -> invoice(invoice);
            case DocumentPosting posting ->
                GatewayJson.MAPPER
                        .createObjectNode()
                        .put("number", posting.number())
                        .put("issueDate", posting.issueDate().toString())
                        .put("accountingDate", posting.accountingDate().toString())
                        .put("dueDate", posting.dueDate().toString());
        };
    }

    private static ObjectNode booking(AccountBooking booking) {
        var tax = booking.tax();
        return referenced(booking)
                .put("subjectRef", booking.subjectId())
                .put("what", booking.what())
                .put("customerRef", booking.customerId())
                .put("company", booking.company())
                .put("currency", booking.currency())
                .put("amount", booking.amount().toPlainString())
                .put("tax", tax == null ? null : tax.toPlainString())
                .put("invoiceRef", booking.invoiceId())
                .put("accountingDate", booking.accountingDate().toString());
    }

    private static ObjectNode referenced(DeliveryPayload payload) {
        return GatewayJson.MAPPER
                .createObjectNode()
                .put("externalRef", payload.externalRef())
                .put("version", payload.version());
    }

    private static ObjectNode invoice(DocumentDraft invoice) {
        var body = referenced(invoice)
                .put("company", invoice.company())
                .put("customerRef", invoice.customerId())
                .put("currency", invoice.currency())
                .put("accountingDate", invoice.accountingDate().toString())
                .put("dueDate", invoice.dueDate().toString())
                .put("purchaseOrder", invoice.purchaseOrder())
                .put("creditsRef", invoice.credits());
        if (invoice.taxRounding() != null) {
            body.put("taxRounding", invoice.taxRounding());
        }
        var rounding = invoice.rounding();
        if (rounding != null && rounding.signum() != 0) {
            body.put("rounding", rounding.toPlainString());
        }
        var lines = body.putArray("lines");
        for (var line : invoice.lines()) {
            var told = lines.addObject()
                    .put("description", line.description())
                    .put("projectRef", line.projectId())
                    .put("quantity", line.quantity().toPlainString())
                    .put("unit", line.unit())
                    .put("price", line.price().toPlainString())
                    .put("net", line.net().toPlainString())
                    .put("taxCategory", line.taxCategory());
            if (line.taxRates() != null) {
                told.put("taxRates", line.taxRates());
            }
        }
        var rows = body.putArray("taxRows");
        // Base and tax stay out: the ERP makes its own, which are then compared with ours. Only of a credit it is told
        // the
        // tax, which depends on what was credited before.
        for (var row : invoice.taxRows()) {
            var told = rows.addObject()
                    .put("category", row.category())
                    .put("rate", row.rate().toPlainString());
            if (invoice.credits() != null) {
                told.put("tax", row.tax().toPlainString());
            }
        }
        return body;
    }

    /** The names of the fields in which a kept document differs from what the payload would send. */
    static List<String> differences(DeliveryPayload payload, JsonNode document) {
        if (payload instanceof DocumentPosting) {
            return List.of();
        }
        var names = new ArrayList<String>();
        body(payload).properties().forEach(field -> {
            if (!same(field.getValue(), document.path(field.getKey()))) {
                names.add(field.getKey());
            }
        });
        return names;
    }

    private static boolean same(JsonNode ours, JsonNode theirs) {
        if (ours.isArray()) {
            if (!theirs.isArray() || ours.size() != theirs.size()) {
                return false;
            }
            for (var i = 0; i < ours.size(); i++) {
                if (!same(ours.get(i), theirs.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (ours.isObject()) {
            return ours.properties().stream().allMatch(field -> same(field.getValue(), theirs.path(field.getKey())));
        }
        return sameText(ours.asString("").strip(), theirs.asString("").strip());
    }

    private static boolean sameText(String ours, String theirs) {
        if (ours.equals(theirs)) {
            return true;
        }
        try {
            return new BigDecimal(ours).compareTo(new BigDecimal(theirs)) == 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    /** Reads a customer, project or invoice; throws when a field is missing or a status is unknown. */
    static Snapshot snapshot(JsonNode document) {
        var posting = document.path("posting");
        var rows = new ArrayList<TaxRow>();
        for (var row : document.path("taxRows")) {
            rows.add(
                    new TaxRow(text(row, "category"), decimal(row, "rate"), decimal(row, "base"), decimal(row, "tax")));
        }
        var date = posting.isObject() ? text(posting, "accountingDate") : optional(document, "accountingDate");
        return new Snapshot(
                text(document, "id"),
                text(document, "externalRef"),
                document.path("version").intValue(),
                document.has("status") ? Status.valueOf(text(document, "status")) : Status.ACTIVE,
                optional(document, "company"),
                optional(document, "currency"),
                amount(document, "net"),
                amount(document, "tax"),
                amount(document, "gross"),
                amount(document, "rounding"),
                List.copyOf(rows),
                optional(posting, "documentNumber"),
                optional(posting, "number"),
                date == null ? null : LocalDate.parse(date));
    }

    static PaymentFact payment(JsonNode document) {
        return new PaymentFact(
                text(document, "id"),
                text(document, "externalRef"),
                text(document, "invoiceRef"),
                optional(document, "invoiceNumber"),
                decimal(document, "amount"),
                text(document, "currency"),
                LocalDate.parse(text(document, "valueDate")));
    }

    private static String text(JsonNode node, String name) {
        var value = optional(node, name);
        if (value == null) {
            throw new IllegalArgumentException("field " + name + " is missing");
        }
        return value;
    }

    private static @Nullable String optional(JsonNode node, String name) {
        var value = node.path(name).asString("");
        return value.isEmpty() ? null : value;
    }

    private static BigDecimal decimal(JsonNode node, String name) {
        return new BigDecimal(text(node, name));
    }

    private static @Nullable BigDecimal amount(JsonNode node, String name) {
        var value = optional(node, name);
        return value == null ? null : new BigDecimal(value);
    }
}
