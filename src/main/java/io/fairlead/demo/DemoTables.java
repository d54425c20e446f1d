package io.fairlead.demo;

import io.fairlead.cli.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** The figures as tables for people in finance. */
final class DemoTables {

    private static final int PROJECTS = 15;

    private final DemoFigures figures;

    DemoTables(DemoFigures figures) {
        this.figures = figures;
    }

    Table[] all(JsonNode verification, List<List<String>> lookFurther) {
        return new Table[] {
            unbilled(),
            projects(),
            invoices(),
            exceptions(),
            checks(verification),
            new Table("Where to look next", List.of("what", "where"), lookFurther)
        };
    }

    private Table unbilled() {
        var names = figures.names("/v1/customers", "customerId");
        var rows = new ArrayList<List<String>>();
        figures.unbilledBy("customer").stream()
                .sorted(byAmount("unbilled"))
                .forEach(row -> rows.add(List.of(
                        names.getOrDefault(text(row, "id"), text(row, "id")),
                        text(row, "currency"),
                        money(row, "unbilled"),
                        money(row, "to30"),
                        money(row, "to60"),
                        money(row, "to90"),
                        money(row, "over90"),
                        money(row, "drafted"))));
        return new Table(
                "Unbilled by customer, with its age on " + DemoFigures.AS_OF,
                List.of("customer", "currency", "unbilled", "0-30 days", "31-60", "61-90", "over 90", "on drafts"),
                rows);
    }

    private Table projects() {
        var names = figures.names("/v1/projects", "projectId");
        var backlog = new TreeMap<String, JsonNode>();
        figures.backlogBy("project").forEach(row -> backlog.merge(text(row, "id"), row, (one, _) -> one));
        var rows = new ArrayList<List<String>>();
        figures.marginBy("project").stream()
                .sorted(byAmount("revenue"))
                .limit(PROJECTS)
                .forEach(row -> {
                    var left = backlog.get(text(row, "id"));
                    rows.add(List.of(
                            names.getOrDefault(text(row, "id"), text(row, "id")),
                            text(row, "currency"),
                            money(row, "revenue"),
                            money(row, "cost"),
                            money(row, "margin"),
                            percent(row),
                            left == null ? "" : moneyOrBlank(left, "revenueBacklog"),
                            left == null ? "" : moneyOrBlank(left, "billingBacklog")));
                });
        return new Table(
                "Margin and backlog by project, the " + PROJECTS
                        + " with most revenue; no backlog where no price is agreed",
                List.of(
                        "project",
                        "currency",
                        "revenue",
                        "cost",
                        "margin",
                        "ratio",
                        "revenue backlog",
                        "billing backlog"),
                rows);
    }

    private Table invoices() {
        record Sum(long count, BigDecimal net, BigDecimal gross, BigDecimal open) {
            Sum plus(JsonNode invoice) {
                return new Sum(
                        count + 1,
                        net.add(Billing.amount(invoice, "net")),
                        gross.add(Billing.amount(invoice, "gross")),
                        open.add(Billing.amount(invoice, "open")));
            }
        }
        var none = new Sum(0, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO);
        var sums = new TreeMap<String, Sum>();
        for (var invoice : figures.invoices()) {
            var key = state(invoice) + "|" + text(invoice, "currency");
            sums.put(key, sums.getOrDefault(key, none).plus(invoice));
        }
        var rows = new ArrayList<List<String>>();
        sums.forEach((key, sum) -> rows.add(List.of(
                key.substring(0, key.indexOf('|')),
                key.substring(key.indexOf('|') + 1),
                Long.toString(sum.count()),
                plain(sum.net()),
                plain(sum.gross()),
                plain(sum.open()))));
        return new Table("Invoices by state", List.of("state", "currency", "invoices", "net", "gross", "open"), rows);
    }

    private static String state(JsonNode invoice) {
        var status = text(invoice, "status");
        var open = Billing.amount(invoice, "open");
        return status.equals("posted") && open.compareTo(Billing.amount(invoice, "payable")) < 0
                ? "partly paid"
                : status;
    }

    private Table exceptions() {
        record Group(long count, BigDecimal stake, JsonNode first) {}
        var groups = new LinkedHashMap<String, Group>();
        for (var one : figures.exceptions()) {
            groups.merge(
                    text(one, "code") + text(one, "currency"),
                    new Group(1, Billing.amount(one, "amount"), one),
                    (old, more) -> new Group(old.count() + 1, old.stake().add(more.stake()), old.first()));
        }
        var rows = groups.values().stream()
                .sorted(Comparator.comparing(Group::stake).reversed())
                .map(group -> List.of(
                        text(group.first(), "code"),
                        Long.toString(group.count()),
                        group.stake().signum() == 0 ? "" : plain(group.stake()),
                        text(group.first(), "currency"),
                        text(group.first(), "ownerRole")
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' '),
                        shortened(text(group.first(), "sentence"))))
                .toList();
        return new Table(
                "Open exceptions, most money at stake first; blank where it is not known",
                List.of("code", "cases", "at stake", "currency", "owner", "what is wrong with the first"),
                rows);
    }

    private static Table checks(JsonNode verification) {
        var rows = new ArrayList<List<String>>();
        verification
                .path("checks")
                .forEach(check -> rows.add(List.of(
                        text(check, "id"), text(check, "examined"), text(check, "failed"), text(check, "sentence"))));
        return new Table(
                "Checks, recomputed from store, views, topics and the ERP's ledger",
                List.of("check", "examined", "failed", "what must hold"),
                rows);
    }

    private static Comparator<JsonNode> byAmount(String field) {
        return Comparator.<JsonNode, BigDecimal>comparing(row -> Billing.amount(row, field))
                .reversed();
    }

    private static String text(JsonNode row, String field) {
        return row.path(field).asString("");
    }

    private static String money(JsonNode row, String field) {
        return plain(Billing.amount(row, field));
    }

    private static String moneyOrBlank(JsonNode row, String field) {
        return text(row, field).isEmpty() ? "" : money(row, field);
    }

    private static String plain(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(amount.setScale(2, RoundingMode.HALF_UP));
    }

    private static String percent(JsonNode row) {
        var ratio = text(row, "ratio");
        return ratio.isEmpty() ? "" : new BigDecimal(ratio).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private static String shortened(String sentence) {
        return sentence.length() <= 90 ? sentence : sentence.substring(0, 87) + "...";
    }
}
