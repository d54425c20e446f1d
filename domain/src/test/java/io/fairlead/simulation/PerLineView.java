package io.fairlead.simulation;

import io.fairlead.billing.event.BillingRunStarted;
import io.fairlead.billing.pricing.PricedWorkLookup;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.shared.ExchangeRate;
import io.fairlead.shared.Rate;
import io.fairlead.shared.event.FxRate;
import io.fairlead.simulation.rule.WorkView;
import io.fairlead.simulation.rule.WorkView.Row;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import io.fairlead.time.event.TimeRepriced;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;

/** Entries that a run shares a line out among, made from the log: whole ones of contracts that round per line. */
final class PerLineView implements PricedWorkLookup {

    private static final Comparator<PricedWork> BY_CONTRACT = Comparator.comparing(PricedWork::contractId);

    private final HistoryLog log;
    private final Views views;

    PerLineView(HistoryLog log, Views views) {
        this.log = log;
        this.views = views;
    }

    /** What an entry is worth as a whole, and the exchange rate of its price. */
    private static final class Whole {
        private BigDecimal amount = BigDecimal.ZERO;
        private int version;
        private @Nullable FxRate fx;
    }

    @Override
    public void catchUp() {
        var _ = views.head();
    }

    @Override
    public List<PricedWork> toFix(BillingRunStarted run) {
        if (log.all(ContractSigned.class).stream().noneMatch(PerLineView::isSummed)) {
            return List.of(); // Nobody looks, so chance stays as it is.
        }
        var known = views.known();
        var wholes = wholes(known);
        return new WorkView(known)
                .rows().values().stream()
                        .filter(row -> row.byTime && isAskedFor(run, row))
                        .filter(row -> row.seconds > 0 && row.amount.compareTo(whole(wholes, row).amount) == 0)
                        .sorted(Comparator.comparing((Row row) -> row.day).thenComparing(row -> row.source))
                        .map(row -> work(row, whole(wholes, row)))
                        .sorted(BY_CONTRACT)
                        .toList();
    }

    private boolean isAskedFor(BillingRunStarted run, Row row) {
        return isSummed(views.contract(row.contract))
                && (run.getContractId() == null || run.getContractId().equals(row.contract))
                && !row.day.isAfter(run.getCutOff());
    }

    private static boolean isSummed(ContractSigned contract) {
        return contract.getRounding().equals("PER_LINE");
    }

    private static Whole whole(Map<String, Whole> wholes, Row row) {
        return Objects.requireNonNull(wholes.get(row.source), row.source);
    }

    private static Map<String, Whole> wholes(List<Recorded> known) {
        var wholes = new HashMap<String, Whole>();
        for (var each : known) {
            var whole = wholes.computeIfAbsent(each.stream(), _ -> new Whole());
            switch (each.event()) {
                case TimePriced e -> {
                    whole.amount = e.getAmount();
                    whole.version = e.getVersion();
                    whole.fx = e.getFx();
                }
                case TimeRepriced e -> {
                    whole.amount = whole.amount.add(e.getAmountDelta());
                    whole.fx = e.getFx();
                }
                case TimeCorrectedAfterApproval e -> whole.amount = whole.amount.add(orNothing(e.getAmountDelta()));
                case TimeApprovalWithdrawn e -> whole.amount = whole.amount.subtract(orNothing(e.getAmount()));
                case TimeCorrectedAfterBilling e -> whole.amount = whole.amount.subtract(e.getAmount());
                default -> {}
            }
        }
        return wholes;
    }

    private static BigDecimal orNothing(@Nullable BigDecimal amount) {
        return Objects.requireNonNullElse(amount, BigDecimal.ZERO);
    }

    private static PricedWork work(Row row, Whole whole) {
        var own = CurrencyUnit.of(row.rateCurrency == null ? row.currency : row.rateCurrency);
        var rate = new Rate(Objects.requireNonNull(row.rate), own, Objects.requireNonNull(row.secondsPerUnit));
        return new PricedWork(
                row.source,
                whole.version,
                row.contract,
                row.lineNo,
                row.project,
                Objects.requireNonNull(row.person),
                true,
                false,
                row.seconds,
                whole.fx == null ? rate : rate.with(ExchangeRate.of(whole.fx)),
                row.amount);
    }
}
