package io.fairlead.billing.run;

import io.fairlead.billing.run.InvoiceDrafting.Plan;
import io.fairlead.billing.run.InvoiceGrouping.Source;
import io.fairlead.shared.Portion.SharedWhole;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sources that a run parts between several payers: each claim names the whole that it is a share of, so that none is granted once
 * the work has changed, whoever is asked first. The next run parts what is there then. Part of the billing run; not thread-safe.
 */
final class SharedWork {

    private final Map<String, Shares> sources = new HashMap<>();

    /** One source. */
    private static final class Shares {
        private final Set<String> payers = new HashSet<>();
        private final List<String> drafts = new ArrayList<>();
        private int seconds;
        private BigDecimal amount = BigDecimal.ZERO;
        private int readySeconds;
        private BigDecimal readyAmount = BigDecimal.ZERO;

        void add(Plan plan, Source source) {
            payers.add(plan.planned().getCustomerId());
            drafts.add(plan.planned().getInvoiceId());
            seconds += source.seconds();
            amount = amount.add(source.line().net());
            readySeconds = source.ready().seconds();
            readyAmount = source.ready().amount();
        }

        /** Of parts that an interrupted attempt made of more than there is today, the sum: it is refused. */
        SharedWhole whole() {
            boolean isLess = readySeconds < seconds || readyAmount.abs().compareTo(amount.abs()) < 0;
            return isLess
                    ? new SharedWhole(seconds, amount, drafts)
                    : new SharedWhole(readySeconds, readyAmount, drafts);
        }
    }

    SharedWork(List<Plan> plans) {
        for (var plan : plans) {
            for (var source : plan.proposed()) {
                sources.computeIfAbsent(source.line().sourceId(), _ -> new Shares())
                        .add(plan, source);
            }
        }
        sources.values().removeIf(shares -> shares.payers.size() == 1);
    }

    /** Null where one payer has all that is proposed of it. */
    @Nullable
    SharedWhole of(Source source) {
        var shares = sources.get(source.line().sourceId());
        return shares == null ? null : shares.whole();
    }
}
