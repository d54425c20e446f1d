package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Key figures of a company and a period (R9, R11): what is above and below the line, as the facts that sum to it. */
final class KpiExplanation {

    static final String KIND = "kpi";

    /** The figures' own precision of sums of times. */
    private static final int DIGITS = 4;

    /** Begin of variants that tell where projects were set up. */
    private static final String SET_UP = "won to provisioned";

    private static final String CYCLE = """
            select m.position, m.document_id || ' issued on ' || m.accounting_date || ' for work until ' || i.cut_off, %s, %s,
                m.currency
            from projection.receivable_movement m join projection.invoice i on i.invoice_id = m.document_id
            where m.kind = 'issued' and m.legal_entity_id = {0} and m.accounting_date >= {1} and m.accounting_date < {2}
                and i.cut_off is not null""";

    private static final String WORKED = """
            select m.position, m.seconds || ' s of ' || m.time_entry_id || ' on ' || m.service_date || ', ' || m.time_class,
                m.seconds, 0, null
            from projection.time_movement m join projection.person p on p.person_id = m.person_id
            where p.legal_entity_id = {0} and m.service_date >= {1} and m.service_date < {2} and m.time_class in (%s)""";

    /**
     * Facts of each figure by name and the begin of its variant: position, words, what it adds above and below the line, currency.
     * What stands below the line of utilization is the calendar, which no event tells.
     */
    private static final Map<String, String> FACTS = Map.of(
            "days_sales_outstanding receivables", """
                    select position, kind || ' ' || document_id || ' of ' || accounting_date, gross_amount,
                        case when kind in ('issued', 'credited') and accounting_date >= {1} then gross_amount else 0 end, currency
                    from projection.receivable_movement where legal_entity_id = {0} and accounting_date < {2}""",
            "days_sales_outstanding count", """
                    select position, kind || ' ' || document_id || ' of ' || accounting_date, gross_amount, 0, currency
                    from projection.receivable_movement where legal_entity_id = {0} and accounting_date < {2}""",
            "invoice_cycle_time simple", CYCLE.formatted("m.accounting_date - i.cut_off", "1"),
            "invoice_cycle_time weighted",
                    CYCLE.formatted("(m.accounting_date - i.cut_off) * m.net_amount", "m.net_amount"),
            "billed_in_sla first", """
                    select (select max(w.position) from projection.wip_movement w where w.source_id = s.source_id),
                        s.source_id || ' approved on ' || s.approved_date || ', to be billed by ' || s.sla_date,
                        s.in_sla_amount, s.approved_amount - s.in_window_amount, s.currency
                    from bi.billed_in_sla_source({2}, 9223372036854775807) s
                    where s.entity_id = {0} and s.approved_date >= {1} and s.approved_date < {2}""",
            "utilization (billable", WORKED.formatted("'BILLABLE', 'CREDITED'"),
            "utilization billable", WORKED.formatted("'BILLABLE'"),
            "project_setup_lead_time won", """
                    select s.position, s.subject_id || ' provisioned in ' || s.target, null, 1, null
                    from projection.setup_step s join projection.project p on p.project_id = s.subject_id
                    join projection.contract c on c.contract_id = p.contract_id and exists (
                        select from projection.setup_step w where w.kind = 'won' and w.subject_id = c.deal_id)
                    where s.kind = 'provisioned' and p.legal_entity_id = {0} and s.recorded_at >= {1} and s.recorded_at < {2}""",
            "approval_latency submitted", """
                    select position, time_entry_id || ' submitted ' || submitted_at || ', approved ' || approved_at,
                        extract(epoch from approved_at - submitted_at)::numeric / 3600, 1, null
                    from projection.time_entry where legal_entity_id = {0} and approved_at >= {1} and approved_at < {2}
                        and submitted_at is not null""",
            "manual_effort minutes", """
                    select position, exception_id || ' ' || code || ' closed ' || closed_at, minutes_spent, 1, null
                    from projection.exception_case where legal_entity_id = {0} and closed_at >= {1} and closed_at < {2}""");

    private final Trail trail;
    private final DSLContext views;

    KpiExplanation(Trail trail, DSLContext views) {
        this.trail = trail;
        this.views = views;
    }

    /**
     * Which figures are meant.
     *
     * @param entity key of the company
     * @param from first day
     * @param to first day after the period
     */
    record Period(String entity, LocalDate from, LocalDate to) {

        /** Of kpi:<company>:<from>:<to>; empty when it is written otherwise. */
        static Optional<Period> of(String id) {
            var parts = id.split(":", -1);
            try {
                return parts.length == 4 && parts[0].equals(KIND)
                        ? Optional.of(new Period(parts[1], LocalDate.parse(parts[2]), LocalDate.parse(parts[3])))
                        : Optional.empty();
            } catch (DateTimeException noDate) {
                return Optional.empty();
            }
        }

        /**
         * Refuses what is written otherwise, and a period without a day.
         *
         * @throws Refused with 400
         */
        static void require(String id) {
            var period = of(id).orElseThrow(() -> refused("these are no key figures of a period"));
            if (!period.from().isBefore(period.to())) {
                throw refused("the period has no day: " + period.to() + " is the day after it and not after "
                        + period.from());
            }
        }

        private static Refused refused(String reason) {
            return new Refused(new Refusal(
                    400,
                    "PARAMETER_INVALID",
                    "id",
                    reason,
                    "write kpi:<company>:<first day>:<first day after it>, such as"
                            + " kpi:nordlicht-de:2026-01-01:2026-04-01"));
        }

        String company() {
            return "legal-entity:" + entity;
        }
    }

    private record Fact(
            long position,
            String what,
            @Nullable BigDecimal above,
            BigDecimal below,
            @Nullable String currency) {}

    /** All figures of a period, as of its end. */
    Node of(String id, Period period) {
        var figures = new ArrayList<Node>();
        views.resultQuery(
                        "select kpi, variant, currency, numerator, denominator, value, unit from bi.kpi({1}, {2}, {2},"
                                + " 9223372036854775807) where entity_id = {0} order by kpi, variant, currency",
                        DSL.val(period.company()), DSL.val(period.from()), DSL.val(period.to()))
                .forEach(row -> {
                    var name = row.get(0, String.class);
                    var variant = row.get(1, String.class);
                    var currency = row.get(2, String.class);
                    var facts = facts(name, variant, period).stream()
                            .filter(fact -> currency == null || currency.equals(fact.currency()))
                            .filter(fact -> !variant.startsWith(SET_UP)
                                    || fact.what().endsWith(variant.substring(SET_UP.length())))
                            .toList();
                    var sentence = "%s, %s%s: %s %s"
                                    .formatted(
                                            name,
                                            variant,
                                            currency == null ? "" : " in " + currency,
                                            row.get(5, BigDecimal.class),
                                            row.get(6, String.class))
                            + (row.get(3) == null
                                    ? ""
                                    : " from %s and %s"
                                            .formatted(row.get(3, BigDecimal.class), row.get(4, BigDecimal.class)));
                    if (facts.stream().allMatch(fact -> fact.above() != null)) {
                        same(sentence + ", above", row.get(3, BigDecimal.class), sum(facts, true));
                    }
                    if (!name.equals("utilization")) {
                        same(sentence + ", below", row.get(4, BigDecimal.class), sum(facts, false));
                    }
                    figures.add(new Node(sentence, null, null, null, nodes(facts)));
                });
        trail.of(period.company()).forEach(told -> figures.add(told.node()));
        return new Node(id, null, null, null, figures);
    }

    private List<Fact> facts(String name, String variant, Period period) {
        var sql = FACTS.get(name + " " + variant.replaceFirst(" .*", ""));
        return sql == null
                ? List.of()
                : views.resultQuery(
                                sql + " order by 1",
                                DSL.val(period.company()),
                                DSL.val(period.from()),
                                DSL.val(period.to()))
                        .fetch(row -> new Fact(
                                row.get(0, Long.class),
                                row.get(1, String.class),
                                row.get(2, BigDecimal.class),
                                row.get(3, BigDecimal.class),
                                row.get(4, String.class)));
    }

    private static BigDecimal sum(List<Fact> facts, boolean above) {
        return facts.stream()
                .map(fact -> above && fact.above() != null ? fact.above() : fact.below())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private List<Node> nodes(List<Fact> facts) {
        return facts.stream()
                .map(fact -> new Node(
                        fact.what()
                                + (fact.above() == null
                                        ? ""
                                        : ": "
                                                + fact.above()
                                                        .stripTrailingZeros()
                                                        .toPlainString()),
                        null,
                        null,
                        trail.at(fact.position()).map(Told::source).orElse(null),
                        List.of()))
                .toList();
    }

    private void same(String what, @Nullable BigDecimal figure, BigDecimal sum) {
        if (figure != null
                && figure.setScale(DIGITS, RoundingMode.HALF_UP).compareTo(sum.setScale(DIGITS, RoundingMode.HALF_UP))
                        != 0) {
            trail.differs(what + " is " + figure.toPlainString() + ", its facts sum to " + sum.toPlainString());
        }
    }
}
