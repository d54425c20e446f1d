package io.fairlead.demo;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import io.fairlead.demo.StoryClient.Seen;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The half year of the sample firm, step by step; played again it finds everything done and changes nothing. */
final class SampleHalfYear {

    private static final String KEY_REUSED = "IDEMPOTENCY_KEY_REUSED";

    private final StoryClient steps;
    private final StoryClient bank;
    private final SampleFirm firm;
    private final SampleTime time;
    private final Phases phases;

    SampleHalfYear(StoryClient steps, StoryClient bank, SampleFirm firm, SampleTime time, Phases phases) {
        this.steps = steps;
        this.bank = bank;
        this.firm = firm;
        this.time = time;
        this.phases = phases;
    }

    void play() {
        var billing = new Billing(steps, firm);
        phases.run("master data", 0, _ -> masterData());
        phases.run("deals", 0, _ -> deals());
        phases.run("time", time.size(), new TimeLoad(steps, firm, time)::run);
        phases.run("milestones", 0, _ -> milestones());
        phases.run("pricing", time.size(), this::awaitPriced);
        phases.run("billing", Billing.runs(), at -> billing.run(counter(at)));
        phases.run("billing methods", 0, _ -> new MethodsShow(steps).play());
        phases.run("receivables", 0, _ -> new ReceivablesShow(steps).play());
        phases.run("posting", 0, _ -> billing.awaitPosted());
        phases.run("payments", 0, at -> billing.pay(bank, counter(at)));
    }

    private static Runnable counter(java.util.function.LongConsumer at) {
        var count = new java.util.concurrent.atomic.AtomicLong();
        return () -> at.accept(count.incrementAndGet());
    }

    private void masterData() {
        var data = new FirmData(firm);
        mark(data);
        steps.sendAll(data.companies());
        steps.sendAll(data.exchangeRates());
        steps.awaitViews();
        steps.sendAll(data.people());
        steps.sendAll(data.costs());
        steps.sendAll(data.customers());
        steps.sendAll(new FirmRates(firm).all());
        steps.awaitViews();
    }

    private void mark(FirmData data) {
        try {
            steps.send(data.mark(time.size()));
        } catch (CommandFailed refused) {
            if (KEY_REUSED.equals(refused.problem().get("code"))) {
                throw new CommandFailed(
                        ExitCode.CONFLICT,
                        "the data folder holds a sample firm of another seed or size; play that one, "
                                + "or delete it with `fairlead reset`, or name another folder with FAIRLEAD_DATA");
            }
            throw refused;
        }
    }

    private void deals() {
        var data = new FirmData(firm);
        steps.sendAll(data.deals());
        steps.sendAll(data.contracts());
        steps.awaitViews();
        steps.sendAll(data.projects());
        var wanted = firm.engagements().stream().map(Engagement::project).collect(Collectors.toSet());
        steps.await("projects of won deals", () -> {
            var there = steps.readAll("/v1/projects").stream()
                    .map(project -> project.path("projectId").asString(""))
                    .collect(Collectors.toSet());
            return missing(wanted, there);
        });
        steps.sendAll(data.breakdown());
        steps.awaitViews();
    }

    private static Seen missing(Set<String> wanted, Set<String> there) {
        var missing =
                wanted.stream().filter(one -> !there.contains(one)).sorted().toList();
        return Seen.of(missing.isEmpty(), "missing " + missing);
    }

    private void milestones() {
        for (var one : firm.engagements()) {
            for (var milestone : one.milestones()) {
                var path = "/v1/projects/" + one.key() + "/milestones/" + milestone.key();
                var lead = one.team().getFirst().approver();
                if (milestone.reached() != null) {
                    steps.send(
                            lead,
                            path + "/reached",
                            "reached/" + one.key() + "/" + milestone.key(),
                            RequestFields.of("reachedOn", milestone.reached().toString()));
                }
                if (milestone.accepted() != null) {
                    steps.send(
                            lead,
                            path + "/acceptance",
                            "accepted/" + one.key() + "/" + milestone.key(),
                            RequestFields.of(
                                    "acceptedOn", milestone.accepted().toString(),
                                    "acceptedBy", "J. Doe, " + one.buyer().name(),
                                    "evidence", "mail of " + milestone.accepted()));
                }
            }
        }
    }

    /** All approved time has its price or its exception, and all its cost; else a billing run would take too little. */
    private void awaitPriced(java.util.function.LongConsumer progress) {
        var expected = time.expected();
        var results = firm.engagements().stream()
                .flatMap(one -> one.milestones().stream())
                .filter(milestone -> milestone.accepted() != null)
                .count();
        var billable = expected.priced() - expected.free() + results;
        // By its sum first: the entries themselves are many pages, worth reading once.
        steps.await("prices and billing items", () -> {
            var sources = steps.readAll("/v1/views/unbilled?by=entity").stream()
                    .filter(SampleHalfYear::isOfFirm)
                    .mapToLong(row -> row.path("sources").asLong(0))
                    .sum();
            progress.accept(sources);
            return Seen.of(
                    sources == billable || Billing.hasBegun(steps),
                    "%d unbilled items, %d should be".formatted(sources, billable));
        });
        steps.await("costs of approved time", () -> {
            var cost = new HashMap<String, BigDecimal>();
            steps.readAll("/v1/views/margin?by=entity").stream()
                    .filter(SampleHalfYear::isOfFirm)
                    .forEach(row -> cost.merge(
                            row.path("currency").asString(""), Billing.amount(row, "cost"), BigDecimal::add));
            return Seen.of(same(cost, expected.cost()), "cost is %s of %s".formatted(cost, expected.cost()));
        });
        steps.await("prices of approved time", () -> {
            var unpriced = steps.readAll("/v1/time-entries?status=approved").size();
            return Seen.of(
                    unpriced == expected.approvedUnpriced(),
                    "%d entries are approved without a price, %d should be"
                            .formatted(unpriced, expected.approvedUnpriced()));
        });
    }

    /** The companies that show billing methods and receivables have figures of their own. */
    private static boolean isOfFirm(JsonNode row) {
        var id = row.path("id").asString("");
        return !id.equals("legal-entity:" + MethodsData.COMPANY)
                && !id.equals("legal-entity:" + ReceivablesData.COMPANY);
    }

    private static boolean same(Map<String, BigDecimal> one, Map<String, BigDecimal> other) {
        return one.keySet().containsAll(other.keySet())
                && one.entrySet().stream()
                        .allMatch(entry ->
                                entry.getValue().compareTo(other.getOrDefault(entry.getKey(), BigDecimal.ZERO)) == 0);
    }
}
