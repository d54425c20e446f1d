package io.fairlead.project;

import io.fairlead.project.event.ProgressItemAgreed;
import io.fairlead.project.event.ProgressOfItem;
import io.fairlead.project.event.ProgressReductionAccepted;
import io.fairlead.project.event.ProgressReported;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.shared.Check;
import io.fairlead.shared.FourEyes;
import io.fairlead.shared.Rate;
import io.fairlead.shared.RuleViolated;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;

/**
 * What of a project is billed by percent complete, and how far it is. To date is the sum of price x complete, rounded once; a
 * report makes billable what that is more than what was made billable before. Immutable; state of {@link Project}.
 *
 * @param items agreed parts, by id
 * @param complete share done, by id of the part
 * @param reports all of them, by id
 * @param values value to date, by contract line
 * @param billed made billable so far, by contract line
 * @param proposals report whose reduction waits for a decision, by contract line
 * @param accepted reports whose reduction was accepted
 */
record ProgressBook(
        Map<String, ProgressItemAgreed> items,
        Map<String, BigDecimal> complete,
        Map<String, ProgressReported> reports,
        Map<Integer, BigDecimal> values,
        Map<Integer, BigDecimal> billed,
        Map<Integer, String> proposals,
        Set<String> accepted) {

    static final ProgressBook NONE =
            new ProgressBook(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Set.of());

    private static final BigDecimal ZERO = BigDecimal.ZERO.setScale(4);

    ProgressBook {
        // A state saved as JSON forgets how many decimals the wire wants.
        complete = scaled(complete, 6);
        values = scaled(values, 4);
        billed = scaled(billed, 4);
    }

    /** The agreed part; price from time and rate where it is not fixed. */
    static ProgressItemAgreed agreed(AgreeProgressItem command, String currency) {
        var seconds = command.seconds();
        var rate = command.rate();
        return ProgressItemAgreed.newBuilder()
                .setProjectId(command.projectId().value())
                .setProgressItemId(command.progressItemId())
                .setLineNo(command.lineNo())
                .setName(command.name())
                .setSeconds(seconds)
                .setRate(rate)
                .setPrice(
                        seconds == null || rate == null
                                ? Check.payable("price", Objects.requireNonNull(command.price()), currency)
                                : Rate.hourly(rate, currency)
                                        .times(seconds)
                                        .getAmount()
                                        .setScale(4))
                .setCurrency(currency)
                .build();
    }

    /**
     * What the report is worth.
     *
     * @throws RuleViolated Q-03 when it names no part of the line
     */
    ProgressReported reported(ReportProgress command, ProjectOpened project) {
        var known = new HashMap<>(complete);
        for (var part : command.items()) {
            var item = items.get(part.progressItemId());
            if (item == null || item.getLineNo() != command.lineNo()) {
                throw new RuleViolated(
                        "Q-03",
                        "items",
                        "line " + command.lineNo() + " has no part " + part.progressItemId(),
                        "agree the part first");
            }
            known.put(part.progressItemId(), part.complete());
        }
        var toDate = value(command.lineNo(), known, project.getCurrency());
        var before = billed.getOrDefault(command.lineNo(), ZERO);
        return ProgressReported.newBuilder()
                .setProjectId(command.projectId().value())
                .setReportId(command.reportId())
                .setContractId(project.getContractId())
                .setCustomerId(project.getCustomerId())
                .setLegalEntityId(project.getLegalEntityId())
                .setLineNo(command.lineNo())
                .setItems(command.items().stream().map(ProgressBook::asItem).toList())
                .setValueToDate(toDate)
                .setValueChange(toDate.subtract(values.getOrDefault(command.lineNo(), ZERO)))
                .setBilledBefore(before)
                .setToBill(toDate.subtract(before))
                .setReplacesProposalOf(proposals.get(command.lineNo()))
                .setCurrency(project.getCurrency())
                .setReportedOn(command.reportedOn())
                .setReportedBy(command.reportedBy())
                .setEvidence(command.evidence())
                .build();
    }

    /**
     * The report whose reduction may be accepted.
     *
     * @throws RuleViolated Q-04 when its reduction does not wait for a decision, Q-05 when its reporter decides
     */
    ProgressReported reduction(String reportId, String acceptedBy) {
        var report = reports.get(reportId);
        if (report == null || !reportId.equals(proposals.get(report.getLineNo()))) {
            throw new RuleViolated(
                    "Q-04", "reportId", "no reduction of that report waits", "name the last report of the line");
        }
        if (FourEyes.isSame(acceptedBy, report.getReportedBy())) {
            throw new RuleViolated("Q-05", "acceptedBy", "nobody accepts their own report", "let somebody else decide");
        }
        return report;
    }

    boolean isAccepted(String reportId) {
        return accepted.contains(reportId);
    }

    static boolean saysTheSame(ProgressReported before, ReportProgress command) {
        return before.getLineNo() == command.lineNo()
                && before.getReportedOn().equals(command.reportedOn())
                && List.copyOf(before.getItems())
                        .equals(command.items().stream()
                                .map(ProgressBook::asItem)
                                .toList());
    }

    ProgressBook with(ProgressItemAgreed event) {
        return new ProgressBook(
                put(items, event.getProgressItemId(), event), complete, reports, values, billed, proposals, accepted);
    }

    ProgressBook with(ProgressReported event) {
        var shares = new HashMap<>(complete);
        event.getItems().forEach(item -> shares.put(item.getProgressItemId(), item.getComplete()));
        int line = event.getLineNo();
        int sign = event.getToBill().signum();
        return new ProgressBook(
                items,
                shares,
                put(reports, event.getReportId(), event),
                put(values, line, event.getValueToDate()),
                sign > 0 ? put(billed, line, event.getValueToDate()) : billed,
                sign < 0 ? put(proposals, line, event.getReportId()) : without(proposals, line),
                accepted);
    }

    ProgressBook with(ProgressReductionAccepted event) {
        int line = event.getLineNo();
        var lower = billed.getOrDefault(line, ZERO).add(event.getAmount());
        var decided = Stream.concat(accepted.stream(), Stream.of(event.getReportId()))
                .collect(Collectors.toUnmodifiableSet());
        return new ProgressBook(
                items, complete, reports, values, put(billed, line, lower), without(proposals, line), decided);
    }

    private BigDecimal value(int lineNo, Map<String, BigDecimal> shares, String currency) {
        var exact = BigDecimal.ZERO;
        for (var item : items.values()) {
            if (item.getLineNo() == lineNo) {
                var share = shares.getOrDefault(item.getProgressItemId(), BigDecimal.ZERO);
                exact = exact.add(item.getPrice().multiply(share));
            }
        }
        return exact.setScale(CurrencyUnit.of(currency).getDecimalPlaces(), RoundingMode.HALF_UP)
                .setScale(4);
    }

    private static ProgressOfItem asItem(ReportProgress.Part part) {
        return ProgressOfItem.newBuilder()
                .setProgressItemId(part.progressItemId())
                .setComplete(part.complete())
                .build();
    }

    private static <K> Map<K, BigDecimal> scaled(Map<K, BigDecimal> all, int scale) {
        return all.entrySet().stream().collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> entry.getValue()
                .setScale(scale)));
    }

    private static <K, V> Map<K, V> put(Map<K, V> all, K key, V value) {
        var more = new HashMap<>(all);
        more.put(key, value);
        return more;
    }

    private static <K, V> Map<K, V> without(Map<K, V> all, K key) {
        var fewer = new HashMap<K, V>(all);
        fewer.remove(key);
        return fewer;
    }
}
