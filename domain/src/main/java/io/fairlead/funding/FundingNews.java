package io.fairlead.funding;

import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundingThresholdReached;
import io.fairlead.funding.event.FundsRanShort;
import io.fairlead.funding.event.FundsSufficed;
import io.fairlead.shared.WireAmount;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** What people should hear of a limit, once each. */
final class FundingNews {

    private static final List<Integer> THRESHOLDS = List.of(80, 90, 100);

    /** Thresholds reached, shortages begun and ended. */
    static List<SpecificRecord> of(FundingOpened contract, String limitId, LimitState limit) {
        var news = new ArrayList<SpecificRecord>();
        var amount = limit.amount();
        for (int percent : THRESHOLDS) {
            if (amount != null
                    && percent > limit.warned()
                    && limit.used().isPositive()
                    && !limit.used().multipliedBy(100).isLessThan(amount.multipliedBy(percent))) {
                news.add(FundingThresholdReached.newBuilder()
                        .setFundingId(contract.getFundingId())
                        .setContractId(contract.getContractId())
                        .setLimitId(limitId)
                        .setPercent(percent)
                        .setLimit(WireAmount.amount(amount))
                        .setUsed(WireAmount.amount(limit.used()))
                        .setCurrency(contract.getCurrency())
                        .build());
            }
        }
        if (limit.waiting() > 0 && !limit.told()) {
            news.add(FundsRanShort.newBuilder()
                    .setFundingId(contract.getFundingId())
                    .setContractId(contract.getContractId())
                    .setLimitId(limitId)
                    .setKind(limit.kind().name())
                    .setOccurrence(limit.shortages() + 1)
                    .setHeld(WireAmount.amount(limit.held()))
                    .setCurrency(contract.getCurrency())
                    .build());
        } else if (limit.waiting() == 0 && limit.told()) {
            news.add(FundsSufficed.newBuilder()
                    .setFundingId(contract.getFundingId())
                    .setContractId(contract.getContractId())
                    .setLimitId(limitId)
                    .setKind(limit.kind().name())
                    .setOccurrence(limit.shortages())
                    .build());
        }
        return news;
    }

    private FundingNews() {}
}
