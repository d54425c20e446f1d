package io.fairlead.app.verify.invariant;

import io.fairlead.shared.StreamKey;
import io.fairlead.view.CustomerMerges;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;

/** I13: what each customer owes each company is the same by the open items and by the ERP's own accounts. */
public final class ErpAccountsAgree implements Invariant {

    private final DSLContext tables;
    private final Supplier<List<ErpAccount>> accounts;

    /** @param accounts of the ERP, read afresh */
    public ErpAccountsAgree(DSLContext tables, Supplier<List<ErpAccount>> accounts) {
        this.tables = tables;
        this.accounts = accounts;
    }

    /**
     * What is compared: customers that are one by now are one.
     *
     * @param company its code, as the ERP knows it
     */
    public record Account(String customerId, String company, String currency) {}

    /**
     * An account as the ERP has it.
     *
     * @param customerRef customer:<code>; empty for money of payers whom nobody knows
     * @param balance above 0 the customer owes it
     */
    public record ErpAccount(String customerRef, String company, String currency, BigDecimal balance) {}

    @Override
    public String id() {
        return "I13";
    }

    @Override
    public String sentence() {
        return "what each customer owes each company in each currency is the same by the open items and by the ERP's accounts";
    }

    @Override
    public Finding check() {
        // First what is under way: what is confirmed between the two questions is no difference then.
        var underway = underway();
        var told = accounts.get();
        var merges = CustomerMerges.of(tables);
        var ours = new HashMap<Account, BigDecimal>();
        tables.resultQuery("""
                        select customer_id, legal_entity_id, currency, sum(open_amount)
                        from projection.open_item group by 1, 2, 3""")
                .forEach(row -> ours.merge(account(row, merges), row.get(3, BigDecimal.class), BigDecimal::add));
        var theirs = new HashMap<Account, BigDecimal>();
        for (var each : told) {
            if (!each.customerRef().isEmpty()) {
                var living = merges.livingOne(each.customerRef());
                theirs.merge(new Account(living, each.company(), each.currency()), each.balance(), BigDecimal::add);
            }
        }
        return compare(ours, theirs, underway);
    }

    /** @param underway accounts of which the ERP is not told everything yet, or refused something */
    public static Finding compare(
            Map<Account, BigDecimal> ours, Map<Account, BigDecimal> theirs, Set<Account> underway) {
        var tally = new Finding.Tally();
        var all = new HashSet<>(ours.keySet());
        all.addAll(theirs.keySet());
        var inOrder = new TreeSet<>(Comparator.comparing(Account::toString));
        inOrder.addAll(all);
        for (var account : inOrder) {
            tally.examined();
            var here = ours.getOrDefault(account, BigDecimal.ZERO);
            var there = theirs.getOrDefault(account, BigDecimal.ZERO);
            if (here.compareTo(there) == 0) {
                continue;
            }
            var words =
                    new Object[] {account.customerId(), account.company(), plain(here), account.currency(), plain(there)
                    };
            if (underway.contains(account)) {
                tally.note("%s owes %s %s %s, the ERP has %s and is being told", words);
            } else {
                tally.differs("%s owes %s %s %s, the ERP has %s, and no delivery is open", words);
            }
        }
        return tally.finding();
    }

    private Set<Account> underway() {
        var merges = CustomerMerges.of(tables);
        var accounts = new HashSet<Account>();
        tables.resultQuery("""
                        select distinct m.customer_id, m.legal_entity_id, m.currency
                        from projection.receivable_movement m join gateway.delivery d
                            on d.aggregate_id in (m.document_id, m.customer_id)
                        where not d.finished and d.state <> 'WITHDRAWN'""").forEach(row -> accounts.add(account(row, merges)));
        return accounts;
    }

    private static Account account(Record row, CustomerMerges merges) {
        return new Account(
                merges.livingOne(String.valueOf(row.get(0))),
                StreamKey.keyOf(String.valueOf(row.get(1))),
                String.valueOf(row.get(2)));
    }

    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
