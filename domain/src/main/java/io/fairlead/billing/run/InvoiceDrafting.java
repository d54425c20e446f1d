package io.fairlead.billing.run;

import io.fairlead.billing.event.InvoicePlanned;
import io.fairlead.billing.invoice.AddInvoiceLines;
import io.fairlead.billing.invoice.DraftInvoice;
import io.fairlead.billing.invoice.DraftLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceTerms;
import io.fairlead.billing.invoice.WorkNames;
import io.fairlead.billing.retainer.RetainerDraws;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.billing.run.UnbilledWorkLookup.ClaimedPart;
import io.fairlead.billing.run.UnbilledWorkLookup.FundedPart;
import io.fairlead.contract.ContractId;
import io.fairlead.party.CustomerId;
import io.fairlead.party.LegalEntityId;
import io.fairlead.shared.Commands;
import io.fairlead.shared.Commands.Accepted;
import io.fairlead.shared.Commands.Answer;
import io.fairlead.shared.Commands.Keyed;
import io.fairlead.shared.Commands.Refused;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamHistory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Claims what planned invoices propose and makes drafts of what was granted. Part of the billing run. */
final class InvoiceDrafting {

    /** Lines that one event may carry. */
    private static final int LINES_MAX = 500;

    /** Claims under way at a time. */
    private static final int SOURCES_AT_A_TIME = 5_000;

    /** Author of what nobody of the firm entered: what a customer accepted, what fell due, what a retainer pays. */
    private static final String RUN = "process|process-billing-run";

    private static final Comparator<Source> BY_DAY = Comparator.comparing(
                    (Source source) -> source.line().serviceDate())
            .thenComparing(source -> source.line().sourceId());

    private final UnbilledWorkLookup work;
    private final DraftFunding funding;
    private final RetainerDraws draws;
    private final Commands commands;

    InvoiceDrafting(UnbilledWorkLookup work, Commands commands, StreamHistory history) {
        this.work = work;
        this.funding = new DraftFunding(commands);
        this.draws = new RetainerDraws(work, commands, history);
        this.commands = commands;
    }

    /**
     * An invoice on its way to its draft.
     *
     * @param planned as the run planned it
     * @param proposed what the views offer for it
     */
    record Plan(InvoicePlanned planned, List<Source> proposed) {}

    /** Drafts all, many at a time: every wait for a commit is shared. */
    void draft(List<Plan> proposed) {
        // What an interrupted attempt claimed, or holds funds for, is no longer proposed, but it belongs to its draft.
        var ids = proposed.stream().map(plan -> plan.planned().getInvoiceId()).toList();
        var payers = proposed.stream()
                .map(Plan::planned)
                .collect(Collectors.toMap(InvoicePlanned::getInvoiceId, InvoicePlanned::getCustomerId));
        var claimed = claimedBy(ids, payers);
        var plans = withFunded(withoutClaimed(proposed, claimed), fundedBy(ids, claimed, payers));
        var shared = new SharedWork(plans);
        for (int from = 0; from < plans.size(); ) {
            int to = from;
            for (int sources = 0; to < plans.size() && sources < SOURCES_AT_A_TIME; to++) {
                sources += plans.get(to).proposed().size();
            }
            draftTogether(plans.subList(from, to), claimed, shared);
            from = to;
        }
    }

    private Map<String, List<Source>> claimedBy(List<String> invoices, Map<String, String> payers) {
        var parts = work.claimedBy(invoices);
        if (parts.isEmpty()) {
            return Map.of();
        }
        var terms = work.terms();
        return parts.stream()
                .collect(Collectors.groupingBy(
                        ClaimedPart::invoiceId,
                        Collectors.mapping(
                                part -> InvoiceGrouping.claimed(
                                        part, terms, Objects.requireNonNull(payers.get(part.invoiceId()))),
                                Collectors.toList())));
    }

    /** Sources whose funds a draft holds and which it has not claimed: an attempt was interrupted between the two. */
    private Map<String, List<Source>> fundedBy(
            List<String> invoices, Map<String, List<Source>> claimed, Map<String, String> payers) {
        var has = new HashSet<List<String>>();
        claimed.forEach((invoice, sources) ->
                sources.forEach(source -> has.add(List.of(invoice, source.line().sourceId()))));
        var parts = work.fundedBy(invoices).stream()
                .filter(part ->
                        !has.contains(List.of(part.invoiceId(), part.source().sourceId())))
                .toList();
        if (parts.isEmpty()) {
            return Map.of();
        }
        var terms = work.terms();
        return parts.stream()
                .collect(Collectors.groupingBy(
                        FundedPart::invoiceId,
                        Collectors.mapping(
                                part -> InvoiceGrouping.funded(
                                        part, terms, Objects.requireNonNull(payers.get(part.invoiceId()))),
                                Collectors.toList())));
    }

    /** @param claimed what an interrupted attempt claimed, by invoice */
    private void draftTogether(List<Plan> proposed, Map<String, List<Source>> claimed, SharedWork shared) {
        var plans = funding.funded(proposed);
        var answers = claim(plans, shared).iterator();
        var drafts = new LinkedHashMap<InvoicePlanned, List<Source>>();
        for (var plan : plans) {
            var granted = new LinkedHashMap<String, Source>();
            claimed.getOrDefault(plan.planned().getInvoiceId(), List.of())
                    .forEach(source -> granted.put(source.line().sourceId(), source));
            var notClaimed = new ArrayList<Source>();
            for (var source : plan.proposed()) {
                if (answers.next() instanceof Accepted) {
                    granted.put(source.line().sourceId(), source);
                } else {
                    notClaimed.add(source);
                }
            }
            funding.release(plan, notClaimed);
            if (!granted.isEmpty()) { // Else another run was faster: nothing is left to bill here.
                drafts.put(
                        plan.planned(), granted.values().stream().sorted(BY_DAY).toList());
            }
        }
        addLines(draws.with(drafts), work.named(sourcesOf(drafts)));
        sendAll(drafts.keySet().stream()
                .map(planned -> new Keyed(
                        new DraftInvoice(new InvoiceId(planned.getInvoiceId()), termsOf(planned)),
                        "draft/" + planned.getInvoiceId()))
                .toList());
    }

    /** A draft takes of a source once: a part of it that came since the interrupted attempt waits for the next run. */
    private static List<Plan> withoutClaimed(List<Plan> plans, Map<String, List<Source>> claimed) {
        return plans.stream()
                .map(plan -> {
                    var has = claimed.getOrDefault(plan.planned().getInvoiceId(), List.of()).stream()
                            .map(source -> source.line().sourceId())
                            .collect(Collectors.toSet());
                    return new Plan(
                            plan.planned(),
                            plan.proposed().stream()
                                    .filter(source ->
                                            !has.contains(source.line().sourceId()))
                                    .toList());
                })
                .toList();
    }

    private static List<Plan> withFunded(List<Plan> plans, Map<String, List<Source>> funded) {
        return plans.stream()
                .map(plan -> {
                    var all = new LinkedHashMap<String, Source>();
                    funded.getOrDefault(plan.planned().getInvoiceId(), List.of())
                            .forEach(source -> all.put(source.line().sourceId(), source));
                    plan.proposed()
                            .forEach(source -> all.putIfAbsent(source.line().sourceId(), source));
                    return new Plan(plan.planned(), List.copyOf(all.values()));
                })
                .toList();
    }

    /**
     * In the order of the plans. A payer's money that rounding left without a second goes first: whoever claims the last seconds
     * of an entry must find no more money than it claims.
     */
    private List<Answer> claim(List<Plan> plans, SharedWork shared) {
        var early = new ArrayList<Keyed>();
        var others = new ArrayList<Keyed>();
        for (var plan : plans) {
            for (var source : plan.proposed()) {
                var order = SourceOrders.claim(source, invoiceOf(plan), shared.of(source));
                (isWithoutTime(source) ? early : others).add(order);
            }
        }
        var ofEarly = sendInParts(early).iterator();
        var ofOthers = sendInParts(others).iterator();
        return plans.stream()
                .flatMap(plan -> plan.proposed().stream())
                .map(source -> isWithoutTime(source) ? ofEarly.next() : ofOthers.next())
                .toList();
    }

    private static boolean isWithoutTime(Source source) {
        var seconds = source.line().seconds();
        return seconds != null && seconds == 0;
    }

    private List<Answer> sendInParts(List<Keyed> claims) {
        var answers = new ArrayList<Answer>(claims.size());
        for (int from = 0; from < claims.size(); from += SOURCES_AT_A_TIME) {
            answers.addAll(commands.sendAll(claims.subList(from, Math.min(claims.size(), from + SOURCES_AT_A_TIME))));
        }
        return answers;
    }

    private static Set<String> sourcesOf(Map<InvoicePlanned, List<Source>> drafts) {
        return drafts.values().stream()
                .flatMap(List::stream)
                .map(source -> source.line().sourceId())
                .collect(Collectors.toSet());
    }

    /** Round after round, so that the lines of one invoice keep their order. */
    private void addLines(Map<InvoicePlanned, List<Source>> drafts, Map<String, WorkNames> names) {
        for (int from = 0; ; from += LINES_MAX) {
            var round = new ArrayList<Keyed>();
            for (var draft : drafts.entrySet()) {
                var sources = draft.getValue();
                if (from < sources.size()) {
                    round.add(lines(
                            new InvoiceId(draft.getKey().getInvoiceId()),
                            sources.subList(from, Math.min(sources.size(), from + LINES_MAX)),
                            names));
                }
            }
            if (round.isEmpty()) {
                return;
            }
            sendAll(round);
        }
    }

    private static Keyed lines(InvoiceId invoice, List<Source> sources, Map<String, WorkNames> names) {
        var lines = sources.stream().map(Source::line).toList();
        var authors = sources.stream()
                .map(source -> Objects.requireNonNullElse(source.author(), RUN))
                .distinct()
                .sorted()
                .toList();
        var workers = sources.stream()
                .map(Source::personId)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        var ids = lines.stream().map(DraftLine::sourceId).toArray(String[]::new);
        return new Keyed(
                new AddInvoiceLines(invoice, lines, authors, workers, names),
                "lines/" + invoice + "/" + NameUuid.of(ids));
    }

    /** All of them must be accepted. */
    private void sendAll(List<Keyed> orders) {
        for (var answer : commands.sendAll(orders)) {
            if (answer instanceof Refused(var reason)) {
                throw reason;
            }
        }
    }

    private static InvoiceId invoiceOf(Plan plan) {
        return new InvoiceId(plan.planned().getInvoiceId());
    }

    private static InvoiceTerms termsOf(InvoicePlanned planned) {
        return new InvoiceTerms(
                new BillingRunId(planned.getBillingRunId()),
                new ContractId(planned.getContractId()),
                new CustomerId(planned.getCustomerId()),
                new LegalEntityId(planned.getLegalEntityId()),
                planned.getPoNumber(),
                planned.getCurrency(),
                planned.getCutOff(),
                planned.getIssueDate(),
                planned.getPreparer());
    }
}
