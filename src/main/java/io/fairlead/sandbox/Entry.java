package io.fairlead.sandbox;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One line of the sandbox's journal: a fact the books were changed by. Read by {@link SandboxLedger} when it replays. */
sealed interface Entry {

    /** A customer was created or changed. */
    record CustomerSaved(SandboxCustomer customer) implements Entry {}

    /** A project was created or changed in the ERP. */
    record ProjectSaved(SandboxProject project) implements Entry {}

    /** A draft was created or replaced. */
    record InvoiceDrafted(SandboxInvoice invoice) implements Entry {}

    /** A draft became a posted document. */
    record InvoicePosted(String id, SandboxInvoice.Posting posting) implements Entry {}

    /** A customer's payment was booked. */
    record PaymentBooked(Payment payment) implements Entry {}

    /** Money was paid out to a customer. */
    record RefundBooked(SandboxRefund refund) implements Entry {}

    /** A debtor's account was changed by something else. */
    record AccountBooked(SandboxBooking booking) implements Entry {}

    /** A company's period (yyyy-MM) was closed or reopened. */
    record PeriodSet(String company, String period, boolean closed) implements Entry {}

    /** An opportunity was put in, as given. */
    record OpportunitySaved(String id, JsonNode opportunity) implements Entry {}

    /** A project was created or changed in the PSA. */
    record PsaProjectSaved(SandboxProject project) implements Entry {}

    Map<String, Class<?>> TYPES = Arrays.stream(Entry.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, type -> type));

    static String write(long seq, Entry entry) {
        var line = Json.MAPPER.createObjectNode();
        line.put("seq", seq);
        line.put("type", entry.getClass().getSimpleName());
        line.set("body", Json.MAPPER.valueToTree(entry));
        return Json.MAPPER.writeValueAsString(line);
    }

    static Entry read(String line) {
        var node = Json.MAPPER.readTree(line);
        var type = TYPES.get(node.path("type").asString(""));
        if (type == null) {
            throw new IllegalStateException("unknown journal entry type: " + node.path("type"));
        }
        return (Entry) Json.MAPPER.treeToValue(node.get("body"), type);
    }
}
