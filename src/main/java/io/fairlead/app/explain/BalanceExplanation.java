package io.fairlead.app.explain;

import static io.fairlead.projection.db.Tables.OPEN_ITEM;
import static io.fairlead.projection.db.Tables.RECEIVABLE_MOVEMENT;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.view.CustomerMerges;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What a customer owes each company in each currency: documents, money and what was let go, movement by movement. The figure is
 * what is open of its documents and of its money on account.
 */
final class BalanceExplanation {

    static final String KIND = "balance";

    private final Trail trail;
    private final DSLContext views;

    BalanceExplanation(Trail trail, DSLContext views) {
        this.trail = trail;
        this.views = views;
    }

    /** Whose account it is; a customer stands for all that were merged with it. */
    private record Account(String entity, String currency) {}

    private record Moved(long position, String what, BigDecimal amount) {}

    Node of(String id) {
        var customer = "customer" + id.substring(id.indexOf(':'));
        var merges = CustomerMerges.of(views);
        var moved = moved(merges, customer);
        var open = open(merges, customer);
        var figures = new ArrayList<Node>();
        moved.forEach((account, rows) -> figures.add(balance(account, rows, open.get(account))));
        if (trail.asOf() == null) {
            open.forEach((account, amount) -> {
                if (!moved.containsKey(account)) {
                    figures.add(balance(account, List.of(), amount));
                }
            });
        }
        merges.family(customer).stream()
                .flatMap(each -> trail.of(each).stream())
                .forEach(told -> figures.add(told.node()));
        return new Node(id, null, null, null, figures);
    }

    private Node balance(Account account, List<Moved> rows, @Nullable BigDecimal open) {
        var what = "owed to " + account.entity() + "; below 0 it is owed to the customer";
        var total = rows.stream().map(Moved::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        var said = open == null ? BigDecimal.ZERO : open;
        if (trail.asOf() == null && said.compareTo(total) != 0) {
            trail.differs("what is owed to " + account.entity() + " in " + account.currency() + " is " + said
                    + " by the open items, its movements make " + total);
        }
        var parts = rows.stream()
                .map(row -> new Node(
                        row.what(),
                        row.amount(),
                        account.currency(),
                        trail.at(row.position()).map(Told::source).orElse(null),
                        List.of()))
                .toList();
        return new Node(what, trail.asOf() == null ? said : total, account.currency(), null, parts);
    }

    private Map<Account, List<Moved>> moved(CustomerMerges merges, String customer) {
        var m = RECEIVABLE_MOVEMENT;
        var asOf = trail.asOf();
        return views.select(
                        m.LEGAL_ENTITY_ID,
                        m.CURRENCY,
                        m.POSITION,
                        m.KIND,
                        m.DOCUMENT_ID,
                        m.ACCOUNTING_DATE,
                        m.GROSS_AMOUNT)
                .from(m)
                .where(merges.only(m.CUSTOMER_ID, customer))
                .and(asOf == null ? noCondition() : m.RECORDED_AT.le(asOf.atOffset(ZoneOffset.UTC)))
                .orderBy(m.LEGAL_ENTITY_ID, m.CURRENCY, m.POSITION, m.LEG)
                .fetchGroups(
                        row -> new Account(row.value1(), row.value2()),
                        row -> new Moved(
                                row.value3(), row.value4() + " " + row.value5() + " of " + row.value6(), row.value7()));
    }

    private Map<Account, BigDecimal> open(CustomerMerges merges, String customer) {
        var open = sum(OPEN_ITEM.OPEN_AMOUNT);
        var accounts = new LinkedHashMap<Account, BigDecimal>();
        views.select(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CURRENCY, open)
                .from(OPEN_ITEM)
                .where(merges.only(OPEN_ITEM.CUSTOMER_ID, customer))
                .groupBy(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CURRENCY)
                .orderBy(OPEN_ITEM.LEGAL_ENTITY_ID, OPEN_ITEM.CURRENCY)
                .forEach(row -> accounts.put(new Account(row.value1(), row.value2()), row.value3()));
        return accounts;
    }
}
