package io.fairlead.demo;

import io.fairlead.demo.StoryClient.Seen;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Bills a month of a company that shows something: run, approvals, and the wait until all is in the ERP. */
final class MonthlyBilling {

    /** An invoice was posted before it is in any of them. */
    private static final Set<String> POSTED = Set.of("posted", "paid", "written off", "credited");

    private final StoryClient steps;
    private final String show;
    private final String company;

    /** @param show begins the keys of all that is sent */
    MonthlyBilling(StoryClient steps, String show, String company) {
        this.steps = steps;
        this.show = show;
        this.company = company;
    }

    /** Bills up to a day; returns the invoices, which are posted. */
    List<JsonNode> bill(String run, String lastDay, String issueDay) {
        steps.send(
                "billing-clerk",
                "/v1/billing-runs",
                show + "/run/" + run,
                RequestFields.of("id", run, "legalEntity", company, "cutOff", lastDay, "issueDate", issueDay));
        steps.await(
                "billing run " + run,
                () -> Seen.of(
                        steps.read("/v1/billing-runs/" + run)
                                .path("status")
                                .asString("")
                                .equals("completed"),
                        "it is not completed"));
        for (var invoice : invoices(run)) {
            var id = Billing.keyOf(invoice.path("invoiceId").asString(""));
            steps.send("controller", "/v1/invoices/" + id + "/approval", show + "/approve/" + id, Map.of());
        }
        steps.await("postings of " + run, () -> {
            var waiting = invoices(run).stream()
                    .filter(invoice -> !POSTED.contains(invoice.path("status").asString("")))
                    .count();
            return Seen.of(waiting == 0, waiting + " invoices are not posted");
        });
        return invoices(run);
    }

    private List<JsonNode> invoices(String run) {
        return steps.readAll("/v1/invoices?billingRun=" + run);
    }
}
