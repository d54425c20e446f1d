package io.fairlead.demo;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.demo.StoryClient.Seen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;

/** The firm of {@link MonthEnd} and what happens in it: everybody offers a month's hours at once, then all is billed. */
final class MonthEndLoad {

    private static final String MONTH = "2026-03";
    private static final int DAYS = 31;
    private static final int BATCH = 1_000;

    /** Of an entry until its price is known: recorded, submitted, approved, priced and costed. */
    private static final int EVENTS = 5;

    private final StoryClient steps;
    private final Phases phases;
    private final MonthEndFirm firm;
    private final String company;
    private final int entries;
    private final int contracts;
    private long seen;
    private long topicsBehind;
    private int secondRun;

    /** @param company its key; loads of several companies may be played on one stack */
    MonthEndLoad(StoryClient steps, Phases phases, String company, int entries, int contracts) {
        this.steps = steps;
        this.phases = phases;
        this.firm = new MonthEndFirm(steps, company, contracts);
        this.company = company;
        this.entries = entries;
        this.contracts = contracts;
    }

    /** Plays it and tells the figures. */
    Map<String, Object> run() {
        phases.run("master data", 0, _ -> firm.masterData());
        phases.run("time", entries, this::enter);
        phases.run("pricing", entries, this::awaitUnbilled);
        topicsBehind = metric("fairlead.topics.lag.events");
        phases.run("billing", contracts, at -> {
            var _ = bill("first", at);
        });
        phases.run("second billing", 0, at -> secondRun = bill("second", at));
        var took = phases.seconds();
        var figures = new LinkedHashMap<String, Object>();
        figures.put("bench", "month-end");
        figures.put("entries", entries);
        figures.put("contracts", contracts);
        figures.put("recorded_to_unbilled_seconds", seconds(took, "time", "pricing"));
        figures.put("topics_behind_events", topicsBehind);
        figures.put("billing_seconds", seconds(took, "billing"));
        figures.put("unbilled_entries", seen);
        figures.put("invoices", invoices("first"));
        figures.put("invoices_of_second_run", secondRun);
        figures.put("phases", took);
        return figures;
    }

    /** Plays it as one part of another load, which begins on a firm that has been at work. */
    void warmUp() {
        phases.run(company, entries, at -> {
            firm.masterData();
            enter(at);
            awaitUnbilled(_ -> {});
            var _ = bill("first", _ -> {});
        });
    }

    private String id(String run) {
        return company + "-" + run;
    }

    private static double seconds(Map<String, Double> took, String... names) {
        return List.of(names).stream()
                .mapToDouble(name -> took.getOrDefault(name, 0.0))
                .sum();
    }

    /** Whether nothing was lost and nothing was left. */
    boolean isRight() {
        return seen == entries && secondRun == 0;
    }

    private void enter(LongConsumer at) {
        var done = new AtomicLong();
        var chunks = new ArrayList<Callable<Object>>();
        for (int from = 0; from < entries; from += BATCH) {
            int first = from;
            int end = Math.min(entries, from + BATCH);
            chunks.add(() -> {
                batch("clerk", "/v1/time-entries/batch", first, "items", items(first, end));
                batch("lead", "/v1/time-entries/approvals", first, "ids", ids(first, end));
                at.accept(done.addAndGet(end - first));
                return end;
            });
        }
        steps.together(chunks);
    }

    private void batch(String actor, String path, int first, String name, List<?> items) {
        var answer = steps.send(actor, path, path + "/" + company + "/" + first, RequestFields.of(name, items))
                .body();
        if (answer.path("refused").asInt(0) > 0) {
            throw new CommandFailed(ExitCode.FAILED, path + " refused part of a batch: " + answer.path("items"));
        }
    }

    private List<Object> items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(no -> (Object) RequestFields.of(
                        "id",
                        firm.id("t", no),
                        "person",
                        firm.id("p", no % MonthEndFirm.PEOPLE),
                        "project",
                        firm.id("k", no % contracts),
                        "workDate",
                        "%s-%02d".formatted(MONTH, 1 + no / contracts % DAYS),
                        "seconds",
                        3_600,
                        "note",
                        "Work",
                        "submit",
                        true))
                .toList();
    }

    private List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(no -> firm.id("t", no)).toList();
    }

    /** Asks how far pricing is, which costs nothing, before it has the view add up everything. */
    private void awaitUnbilled(LongConsumer at) {
        steps.await("unbilled work", () -> {
            var behind = metric("fairlead.process.lag.events?tag=process:process-price-time");
            at.accept(Math.max(0, entries - behind / EVENTS));
            if (behind > 0) {
                return Seen.of(false, "pricing is %d events behind".formatted(behind));
            }
            seen = steps.readAll("/v1/views/unbilled?by=entity").stream()
                    .filter(row -> row.path("id").asString("").equals("legal-entity:" + company))
                    .mapToLong(row -> row.path("sources").asLong(0))
                    .sum();
            at.accept(seen);
            return Seen.of(seen == entries, "%d entries are unbilled, %d should be".formatted(seen, entries));
        });
    }

    private long metric(String name) {
        return BigDecimal.valueOf(steps.read("/actuator/metrics/" + name)
                        .path("measurements")
                        .path(0)
                        .path("value")
                        .asDouble(0))
                .longValue();
    }

    private int bill(String run, LongConsumer at) {
        steps.send(
                "biller",
                "/v1/billing-runs",
                "run/" + id(run),
                RequestFields.of(
                        "id", id(run), "legalEntity", company, "cutOff", MONTH + "-31", "issueDate", MONTH + "-31"));
        steps.await("billing run " + run, () -> {
            var told = steps.read("/v1/billing-runs/" + id(run));
            var drafted = told.path("invoiceIds").size();
            at.accept(drafted);
            return Seen.of(told.path("status").asString("").equals("completed"), drafted + " drafts are there");
        });
        return invoices(run);
    }

    private int invoices(String run) {
        return steps.readAll("/v1/invoices?billingRun=" + id(run)).size();
    }
}
