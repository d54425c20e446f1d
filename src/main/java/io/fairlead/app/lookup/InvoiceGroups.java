package io.fairlead.app.lookup;

import io.fairlead.app.lookup.ViewUnbilledWork.Terms;
import io.fairlead.billing.PayerShares;
import io.fairlead.billing.UnbilledWorkLookup.Group;
import io.fairlead.billing.UnbilledWorkLookup.Source;
import io.fairlead.billing.view.BillableWork.Billable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What goes on which invoice of a contract: one for each payer, purchase order and, where agreed, project. Work is parted between
 * orders as the limits granted it and between payers by their shares; seconds follow the amounts, and the last part of all that
 * is left takes what rounding leaves. Used by {@link ViewUnbilledWork}.
 */
final class InvoiceGroups {

    private final Terms terms;
    private final Billable first;
    private final @Nullable PayerShares shares;
    private final Map<Key, List<Source>> groups = new LinkedHashMap<>();
    private final Map<String, Integer> portions = new HashMap<>();

    private InvoiceGroups(Billable first, Terms terms) {
        this.first = first;
        this.terms = terms;
        var payers = terms.payers().get(first.contractId());
        this.shares = payers == null ? null : new PayerShares(payers, first.currency());
    }

    private record Key(
            String payerId,
            @Nullable String poNumber,
            @Nullable String project) {}

    /** The invoices of one contract; parts of a source follow each other. */
    static List<Group> of(List<Billable> ofContract, Terms terms) {
        var all = new InvoiceGroups(ofContract.getFirst(), terms);
        for (int from = 0; from < ofContract.size(); ) {
            int to = from + 1;
            while (to < ofContract.size()
                    && ofContract.get(to).sourceId().equals(ofContract.get(from).sourceId())) {
                to++;
            }
            all.addSource(ofContract.subList(from, to));
            from = to;
        }
        return all.groups();
    }

    /** Time of a part of what is ready: in proportion, whole seconds; all of it goes with all of the amount. */
    static int seconds(Billable of, BigDecimal amount) {
        // What was funded before may be more than what is ready by now: never more time than there is.
        if (of.ready().signum() == 0 || amount.compareTo(of.ready()) >= 0) {
            return of.seconds();
        }
        return BigDecimal.valueOf(of.seconds())
                .multiply(amount)
                .divide(of.ready(), 0, RoundingMode.DOWN)
                .intValueExact();
    }

    private void addSource(List<Billable> parts) {
        int left = parts.getFirst().seconds();
        var amountLeft = parts.getFirst().ready();
        for (var part : parts) {
            amountLeft = amountLeft.subtract(part.amount());
            int seconds = amountLeft.signum() == 0 ? left : seconds(part, part.amount());
            left -= seconds;
            add(part, seconds);
        }
    }

    private void add(Billable part, int seconds) {
        if (shares == null) {
            add(part, part.payerId(), seconds, part.amount());
            return;
        }
        for (var share : shares.next(seconds, part.amount())) {
            if (share.amount().signum() != 0 || part.amount().signum() == 0) {
                add(part, share.payerId(), share.seconds(), share.amount());
            }
        }
    }

    private void add(Billable part, String payerId, int seconds, BigDecimal amount) {
        var key = new Key(payerId, part.poNumber(), "PROJECT".equals(part.invoicePer()) ? part.projectId() : null);
        int no = portions.merge(part.sourceId(), part.portionNo(), (last, _) -> last + 1);
        groups.computeIfAbsent(key, _ -> new ArrayList<>())
                .add(ViewUnbilledWork.source(part, terms.taxes(), no, seconds, amount));
    }

    private List<Group> groups() {
        var all = new ArrayList<Group>();
        groups.forEach((key, sources) -> all.add(new Group(
                first.contractId(),
                key.payerId(),
                first.currency(),
                Boolean.TRUE.equals(first.poRequired()),
                key.poNumber(),
                key.project(),
                sources.stream().anyMatch(Source::limited),
                sources.stream().map(source -> source.line().net()).reduce(BigDecimal.ZERO, BigDecimal::add),
                List.copyOf(sources))));
        return all;
    }
}
