package io.fairlead.app.explain;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.shared.StreamKey;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Figures that are sums of movements: what is taken of limits, revenue of a promise, the position and the backlog of a
 * contract. The figure is that of the view that readers see; the movements have the event that moved each of them.
 */
final class FigureExplanation {

    private static final long ALL = Long.MAX_VALUE;

    private final Trail trail;
    private final DSLContext views;

    FigureExplanation(Trail trail, DSLContext views) {
        this.trail = trail;
        this.views = views;
    }

    /**
     * A row that adds to a figure.
     *
     * @param lineNo contract line
     */
    private record Moved(long position, int lineNo, String what, BigDecimal amount, String currency) {}

    /** Revenue less net billed (R7). */
    Node position(String id) {
        var contract = contractOf(id);
        long until = until(contract);
        var revenue = revenue(contract, until);
        var billed = billed(contract, until);
        var figures = new ArrayList<Node>();
        views.resultQuery(
                        "select currency, revenue_amount, net_billed_amount, position_amount"
                                + " from bi.position_as_of('infinity', {0}) where contract_id = {1}",
                        DSL.val(until), DSL.val(contract))
                .forEach(row -> {
                    var currency = row.get(0, String.class);
                    figures.add(new Node(
                            "position, revenue less net billed; above 0 an asset, below 0 a liability",
                            row.get(3, BigDecimal.class),
                            currency,
                            null,
                            List.of(
                                    sum("revenue to date", row.get(1, BigDecimal.class), currency, revenue),
                                    sum("net billed to date", row.get(2, BigDecimal.class), currency, billed))));
                    same(id, row.get(3, BigDecimal.class), total(revenue).subtract(total(billed)));
                });
        return whole(id, contract, figures);
    }

    /** Price less revenue and price less net billed, line by line, never below 0 (R8). */
    Node backlog(String id) {
        var contract = contractOf(id);
        long until = until(contract);
        var prices = moved(
                "select position, line_no, 'price, ' || kind, price_amount, currency from projection.price_movement"
                        + " where contract_id = {0} and position <= {1} and price_amount is not null order by position, leg",
                contract, until);
        var revenue = revenue(contract, until);
        var billed = billed(contract, until);
        var figures = new ArrayList<Node>();
        views.resultQuery(
                        "select line_no, currency, price_amount, revenue_amount, net_billed_amount, revenue_backlog_amount,"
                                + " billing_backlog_amount from bi.backlog_line where contract_id = {0} order by line_no",
                        DSL.val(contract))
                .forEach(row -> {
                    int line = row.get(0, Integer.class);
                    var currency = row.get(1, String.class);
                    var price = of(line, prices);
                    var earned = of(line, revenue);
                    var invoiced = of(line, billed);
                    boolean isNow = until == ALL;
                    var said = row.get(2, BigDecimal.class);
                    var parts = new ArrayList<Node>();
                    if (!price.isEmpty()) {
                        parts.add(sum("price", isNow ? said : total(price), currency, price));
                    }
                    parts.add(sum(
                            "revenue to date", isNow ? row.get(3, BigDecimal.class) : total(earned), currency, earned));
                    parts.add(sum(
                            "net billed to date",
                            isNow ? row.get(4, BigDecimal.class) : total(invoiced),
                            currency,
                            invoiced));
                    figures.add(left("revenue backlog of line " + line, price, earned, currency, parts));
                    figures.add(left("billing backlog of line " + line, price, invoiced, currency, List.of()));
                    if (isNow) {
                        same(id + ", revenue of line " + line, row.get(5, BigDecimal.class), left(price, earned));
                        same(id + ", billing of line " + line, row.get(6, BigDecimal.class), left(price, invoiced));
                    }
                });
        return whole(id, contract, figures);
    }

    private static Node left(String what, List<Moved> price, List<Moved> taken, String currency, List<Node> parts) {
        return price.isEmpty()
                ? new Node(what + ": no price was agreed", null, null, null, parts)
                : new Node(what + ", price less that, never below 0", left(price, taken), currency, null, parts);
    }

    private static @Nullable BigDecimal left(List<Moved> price, List<Moved> taken) {
        return price.isEmpty() ? null : total(price).subtract(total(taken)).max(BigDecimal.ZERO);
    }

    /** What is reserved, drafted and billed within each limit of a contract, and what of it is left (R3). */
    Node funding(String id) {
        var contract = "contract:" + StreamKey.keyOf(id);
        long until = until(contract);
        var figures = new ArrayList<Node>();
        views.resultQuery(
                        "select limit_id, kind, line_no, po_number, currency, limit_amount, billed_amount, drafted_amount,"
                                + " reserved_amount, available_amount from bi.funding where contract_id = {0}"
                                + " order by ordinal, limit_id",
                        DSL.val(contract))
                .forEach(row -> {
                    var currency = row.get(4, String.class);
                    var filter =
                            switch (row.get(1, String.class)) {
                                case "LINE" -> " and line_no = " + row.get(2, Integer.class);
                                case "PO" -> " and po_number = {2}";
                                default -> "";
                            };
                    var taken = moved(
                            "select position, line_no, kind || coalesce(' ' || source_id, '') || case when"
                                    + " reserved_amount <> 0 then ', reserved' else '' end || case when drafted_amount <> 0"
                                    + " then ', drafted' else '' end || case when billed_amount <> 0 then ', billed' else '' end,"
                                    + " reserved_amount + drafted_amount + billed_amount, currency"
                                    + " from projection.funding_movement where contract_id = {0} and position <= {1}"
                                    + filter
                                    + " order by position, leg",
                            contract,
                            until,
                            Objects.requireNonNullElse(row.get(3, String.class), ""));
                    var limit = row.get(5, BigDecimal.class);
                    var said = row.get(6, BigDecimal.class)
                            .add(row.get(7, BigDecimal.class))
                            .add(row.get(8, BigDecimal.class));
                    var before = limit == null || until != ALL
                            ? BigDecimal.ZERO
                            : limit.subtract(row.get(9, BigDecimal.class)).subtract(total(taken));
                    var parts = new ArrayList<Node>();
                    if (before.signum() != 0) {
                        parts.add(new Node("billed before the limit was watched", before, currency, null, List.of()));
                    }
                    parts.addAll(nodes(taken));
                    figures.add(new Node(
                            "taken of the limit " + row.get(0, String.class) + " of "
                                    + (limit == null ? "no amount" : limit.toPlainString()),
                            until == ALL ? said : total(taken),
                            currency,
                            null,
                            parts));
                    if (until == ALL && limit != null) {
                        same(
                                id + ", limit " + row.get(0, String.class),
                                said,
                                total(taken).add(before));
                    }
                });
        trail.of(id).forEach(told -> figures.add(told.node()));
        return new Node(id, null, null, null, figures);
    }

    /** Revenue booked for a promise by closes and changes of its terms. */
    Node obligation(String id) {
        var figures = new ArrayList<Node>();
        var booked = moved(
                "select position, line_no, kind || coalesce(' in ' || period, '') || ' by ' || method || ': '"
                        + " || to_date_amount || ' to date less ' || booked_before_amount || ' booked before',"
                        + " revenue_amount, currency from projection.recognition"
                        + " where obligation_id = {0} and position <= {1} order by position, leg",
                id, until(id));
        views.resultQuery(
                        "select booked_amount, currency, name from projection.obligation where obligation_id = {0}",
                        DSL.val(id))
                .forEach(row -> {
                    var isNow = trail.asOf() == null;
                    figures.add(sum(
                            "revenue booked for " + row.get(2, String.class),
                            isNow ? row.get(0, BigDecimal.class) : total(booked),
                            row.get(1, String.class),
                            booked));
                });
        trail.of(id).forEach(told -> figures.add(told.node()));
        return new Node(id, null, null, null, figures);
    }

    private static String contractOf(String id) {
        return "contract:" + id.substring(id.indexOf(':') + 1);
    }

    /** The last position that counts: of what is about the contract or promise and was recorded until then. */
    private long until(String id) {
        var asOf = trail.asOf();
        if (asOf == null) {
            return ALL;
        }
        var column = id.startsWith("obligation:") ? "obligation_id" : "contract_id";
        var tables = id.startsWith("obligation:")
                ? List.of("recognition")
                : List.of("revenue_movement", "billing_movement", "price_movement", "recognition", "funding_movement");
        return tables.stream()
                .mapToLong(table -> views.resultQuery(
                                "select coalesce(max(position), 0) from projection." + table + " where " + column
                                        + " = {0} and recorded_at <= {1}",
                                DSL.val(id),
                                DSL.val(asOf.atOffset(ZoneOffset.UTC)))
                        .fetchSingle(0, Long.class))
                .max()
                .orElse(0);
    }

    private List<Moved> revenue(String contract, long until) {
        return moved(
                "select event_position, line_no, kind || ' ' || source_id || ' of ' || service_date || ', ' || revenue_method,"
                        + " revenue_amount, currency from bi.revenue_as_of('infinity', {1}) where contract_id = {0}"
                        + " order by event_position, leg",
                contract, until);
    }

    private List<Moved> billed(String contract, long until) {
        return moved(
                "select position, line_no, kind || ' ' || source_id || ' on line ' || invoice_line_no || ' of ' || invoice_id,"
                        + " net_amount, currency from projection.billing_movement"
                        + " where contract_id = {0} and position <= {1} order by position, leg",
                contract, until);
    }

    private List<Moved> moved(String sql, Object... values) {
        return views.resultQuery(sql, Arrays.stream(values).map(DSL::val).toArray(QueryPart[]::new))
                .fetch(row -> new Moved(
                        row.get(0, Long.class),
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, BigDecimal.class),
                        row.get(4, String.class)));
    }

    private static List<Moved> of(int line, List<Moved> rows) {
        return rows.stream().filter(row -> row.lineNo() == line).toList();
    }

    private static BigDecimal total(List<Moved> rows) {
        return rows.stream().map(Moved::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** A figure of the view, and the rows that have to sum to it. */
    private Node sum(String what, BigDecimal figure, String currency, List<Moved> rows) {
        same(what, figure, total(rows));
        return new Node(what, figure, currency, null, nodes(rows));
    }

    private List<Node> nodes(List<Moved> rows) {
        return rows.stream()
                .filter(row -> row.amount().signum() != 0)
                .map(row -> new Node(
                        row.what(),
                        row.amount(),
                        row.currency(),
                        trail.at(row.position()).map(Told::source).orElse(null),
                        List.of()))
                .toList();
    }

    private void same(String what, @Nullable BigDecimal figure, @Nullable BigDecimal sum) {
        if (figure == null ? sum != null : sum == null || figure.compareTo(sum) != 0) {
            trail.differs(what + " is " + figure + " in the view, its movements make " + sum);
        }
    }

    /** With the contract's own events where it has no figure yet. */
    private Node whole(String id, String contract, List<Node> figures) {
        var parts = new ArrayList<>(figures);
        trail.of(contract).forEach(told -> parts.add(told.node()));
        return new Node(id, null, null, null, parts);
    }
}
