package io.fairlead.demo;

import static io.fairlead.demo.MethodsData.CONSULTANT;
import static io.fairlead.demo.MethodsData.CURRENCY;
import static io.fairlead.demo.MethodsData.SUBCONTRACTOR;
import static io.fairlead.demo.MethodsData.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the small company agrees and does in a quarter: instalments, parts, time, expenses, deliveries and reports. */
final class MethodsWork {

    /** What is agreed ahead: instalments, a milestone, parts of the work. */
    static List<Request> agreements() {
        return List.of(
                request(
                        "pmo",
                        "/v1/projects/show-01/instalments",
                        "instalments",
                        RequestFields.of(
                                "instalments",
                                List.of(
                                        part("First half", "10000.00", "2026-01-31"),
                                        part("Second half", "10000.00", "2026-03-31")))),
                request(
                        "pmo",
                        "/v1/projects/show-06/instalments",
                        "retainer",
                        RequestFields.of("instalments", List.of(part("Retainer 2026", "5000.00", "2026-01-15")))),
                request(
                        "pmo",
                        "/v1/projects/show-02/milestones",
                        "milestone",
                        RequestFields.of(
                                "id", "M1", "name", "Portal goes live", "amount", "12000.00", "dueOn", "2026-02-27")),
                progressItem("task", "seconds", 18_000, "rate", "20.00"),
                progressItem("fixed", "price", "50.00", null, null),
                progressItem("whole", "seconds", 3_600, "rate", "20.00"));
    }

    /** What happened in a month, 1 to 3. */
    static List<Request> month(int month) {
        return switch (month) {
            case 1 ->
                List.of(
                        time("show-03", CONSULTANT, "2026-01-20", 28_800),
                        time("show-03", SUBCONTRACTOR, "2026-01-21", 7_200),
                        expense("travel", "TRAVEL", "2026-01-20", "595.00", "95.00", false),
                        expense("fee", "PERMIT", "2026-01-22", "120.00", "0", true),
                        progress("2026-01-31", "0.5", "0.5", "0"),
                        delivery("2026-01-28", "12"));
            case 2 ->
                List.of(
                        time("show-04", CONSULTANT, "2026-02-10", 28_800),
                        time("show-04", CONSULTANT, "2026-02-11", 28_800),
                        time("show-06", CONSULTANT, "2026-02-17", 36_000),
                        time("show-06", CONSULTANT, "2026-02-18", 36_000),
                        request(
                                "pmo",
                                "/v1/projects/show-02/milestones/M1/reached",
                                "reached",
                                RequestFields.of("reachedOn", "2026-02-25")),
                        request(
                                "pmo",
                                "/v1/projects/show-02/milestones/M1/acceptance",
                                "accepted",
                                RequestFields.of(
                                        "acceptedOn",
                                        "2026-02-27",
                                        "acceptedBy",
                                        "J. Matter",
                                        "evidence",
                                        "mail of 2026-02-27")),
                        progress("2026-02-28", "0.75", "0.9", "0.8"));
            default ->
                List.of(
                        time("show-06", CONSULTANT, "2026-03-10", 56_250),
                        delivery("2026-03-12", "8"),
                        progress("2026-03-31", "0.5", "0.9", "0.8"));
        };
    }

    /** Ids of what has to be submitted and approved of a month, with the path of their kind. */
    static List<String> toApprove(int month) {
        var paths = new ArrayList<String>();
        for (var request : month(month)) {
            if (request.path().equals("/v1/time-entries") || request.path().equals("/v1/expenses")) {
                paths.add(request.path() + "/" + request.body().get("id"));
            }
        }
        return paths;
    }

    private static Map<String, Object> part(String description, String amount, String dueOn) {
        return RequestFields.of("description", description, "amount", amount, "dueOn", dueOn);
    }

    private static Request progressItem(
            String id, String name, Object value, @Nullable String other, @Nullable Object otherValue) {
        return request(
                "pmo",
                "/v1/projects/show-05/progress-items",
                "part/" + id,
                RequestFields.of("id", id, "name", id, name, value, String.valueOf(other), otherValue));
    }

    private static Request progress(String day, String task, String fixed, String whole) {
        return request(
                "pmo",
                "/v1/projects/show-05/progress-reports",
                "progress/" + day,
                RequestFields.of(
                        "id",
                        day,
                        "reportedOn",
                        day,
                        "evidence",
                        "minutes of " + day,
                        "items",
                        List.of(
                                RequestFields.of("item", "task", "complete", task),
                                RequestFields.of("item", "fixed", "complete", fixed),
                                RequestFields.of("item", "whole", "complete", whole))));
    }

    private static Request delivery(String day, String quantity) {
        return request(
                "pmo",
                "/v1/projects/show-07/deliveries",
                "delivery/" + day,
                RequestFields.of(
                        "id",
                        "show-seats-" + day,
                        "description",
                        "Training",
                        "quantity",
                        quantity,
                        "deliveredOn",
                        day,
                        "acceptedBy",
                        "J. Matter",
                        "evidence",
                        "list of " + day));
    }

    private static Request time(String project, String person, String day, int seconds) {
        var id = project + "-" + person + "-" + day;
        return request(
                "show-clerk",
                "/v1/time-entries",
                "time/" + id,
                RequestFields.of("id", id, "person", person, "project", project, "workDate", day, "seconds", seconds));
    }

    private static Request expense(
            String what, String category, String day, String amount, String tax, boolean disbursement) {
        return request(
                "show-clerk",
                "/v1/expenses",
                "expense/" + what,
                RequestFields.of(
                        "id",
                        "show-" + what,
                        "person",
                        CONSULTANT,
                        "project",
                        "show-03",
                        "category",
                        category,
                        "spentOn",
                        day,
                        "amount",
                        amount,
                        "tax",
                        tax,
                        "recoverableTax",
                        tax,
                        "currency",
                        CURRENCY,
                        "disbursement",
                        disbursement,
                        "receiptReference",
                        "scan of " + day));
    }

    private MethodsWork() {}
}
