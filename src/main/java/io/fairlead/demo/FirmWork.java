package io.fairlead.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sample firm's contracts that no deal brought, its projects and what hangs on them, as requests. */
final class FirmWork {

    private static final String SALES = "crm";

    private final SampleFirm firm;

    FirmWork(SampleFirm firm) {
        this.firm = firm;
    }

    /** Contracts signed without the CRM. */
    List<Request> contracts() {
        var requests = new ArrayList<Request>();
        for (var one : firm.engagements()) {
            if (one.direct()) {
                var lines = new ArrayList<Object>();
                lines.add(line(one, 1, "Consulting", "TIME_AND_MATERIALS", plain(one.amount())));
                if (one.kind() == Engagement.Kind.MIXED) {
                    var agreed = one.milestones().stream()
                            .map(Engagement.Milestone::amount)
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
                    lines.add(line(one, 2, "Results", "MILESTONE", plain(agreed)));
                }
                requests.add(new Request(
                        SALES,
                        "/v1/contracts",
                        "contract/" + one.key(),
                        RequestFields.of(
                                "id", one.key(),
                                "legalEntity", one.company().code(),
                                "customer", one.buyer().code(),
                                "name", one.name(),
                                "currency", one.currency(),
                                "signedOn", one.won().toString(),
                                "termFrom", one.won().toString(),
                                "paymentTermsDays", 30,
                                "poRequired", one.buyer().poRequired(),
                                "buyerReference", one.buyer().reference(),
                                "rateCard", FirmRates.customerCard(one.buyer()),
                                "lines", lines)));
            }
        }
        return requests;
    }

    private static Object line(Engagement one, int lineNo, String description, String method, @Nullable String amount) {
        return RequestFields.of(
                "lineNo", lineNo,
                "description", description,
                "method", method,
                "amount", amount,
                "taxCategory", one.buyer().taxCategory());
    }

    /** Projects of contracts that did not come from a deal. */
    List<Request> projects() {
        return firm.engagements().stream()
                .filter(Engagement::direct)
                .map(one -> new Request(
                        "pmo",
                        "/v1/projects",
                        "project/" + one.key(),
                        RequestFields.of(
                                "id", one.key(),
                                "contract", one.key(),
                                "name", one.name(),
                                "lineNo", 1,
                                "openedOn", one.won().toString())))
                .toList();
    }

    /** What hangs on contracts and projects: purchase orders, tasks, agreed results. */
    List<Request> breakdown() {
        var requests = new ArrayList<Request>();
        for (var one : firm.engagements()) {
            if (one.direct() && one.poNumber() != null) {
                requests.add(new Request(
                        SALES,
                        "/v1/contracts/" + one.key() + "/purchase-order",
                        "po/" + one.key(),
                        RequestFields.of(
                                "poNumber",
                                one.poNumber(),
                                "receivedOn",
                                one.won().toString())));
            }
            for (var task : List.of("delivery", "design", FirmData.INTERNAL)) {
                requests.add(new Request(
                        "pmo",
                        "/v1/projects/" + one.key() + "/tasks",
                        "task/" + one.key() + "/" + task,
                        RequestFields.of(
                                "id",
                                task,
                                "name",
                                task,
                                "lineNo",
                                1,
                                "timeClass",
                                task.equals(FirmData.INTERNAL) ? "NON_BILLABLE" : "BILLABLE")));
            }
            if (one.kind() == Engagement.Kind.MIXED) {
                for (var milestone : one.milestones()) {
                    requests.add(new Request(
                            "pmo",
                            "/v1/projects/" + one.key() + "/milestones",
                            "milestone/" + one.key() + "/" + milestone.key(),
                            RequestFields.of(
                                    "id", milestone.key(),
                                    "lineNo", milestone.lineNo(),
                                    "name", milestone.name(),
                                    "amount", plain(milestone.amount()),
                                    "dueOn", milestone.due().toString())));
                }
            }
        }
        return requests;
    }

    static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }
}
