package io.fairlead.view;

import static io.fairlead.view.Story.DAY;
import static io.fairlead.view.Story.money;

import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.funding.event.FundsTakenOffDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events of the limits of contract:k1, for tests of the views: each source is worth 80.00 on line 1. */
final class FundsStory {

    static FundingOpened opened(FundingLimit... limits) {
        return FundingOpened.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLegalEntityId("legal-entity:DE01")
                .setCurrency("EUR")
                .setPolicy("SPLIT")
                .setLimits(List.of(limits))
                .build();
    }

    static FundingLimit lineLimit(String amount) {
        return FundingLimit.newBuilder()
                .setLimitId("line-1")
                .setKind("LINE")
                .setLineNo(1)
                .setAmount(money(amount))
                .build();
    }

    static FundingLimit contractLimit(String amount) {
        return FundingLimit.newBuilder()
                .setLimitId("contract")
                .setKind("CONTRACT")
                .setAmount(money(amount))
                .build();
    }

    static FundingLimit orderLimit(String number, @Nullable String amount) {
        return FundingLimit.newBuilder()
                .setLimitId("po-" + number)
                .setKind("PO")
                .setPoNumber(number)
                .setAmount(amount == null ? null : money(amount))
                .build();
    }

    /** @param order null when orders set no limit */
    static FundsShare share(@Nullable String order, String amount, String change) {
        return FundsShare.newBuilder()
                .setPoNumber(order)
                .setAmount(money(amount))
                .setChange(money(change))
                .build();
    }

    static FundsReserved reserved(
            String source, String limitId, String granted, String heldChange, FundsShare... shares) {
        return FundsReserved.newBuilder()
                .setFundingId("funding:k1")
                .setContractId("contract:k1")
                .setLegalEntityId("legal-entity:DE01")
                .setSourceId(source)
                .setLineNo(1)
                .setCustomerId("customer:acme")
                .setProjectId("project:p1")
                .setServiceDate(DAY)
                .setDivisible(true)
                .setWorth(money("80"))
                .setRequested(money("80"))
                .setGranted(money(granted))
                .setHeld(money("80").subtract(money(granted)))
                .setHeldChange(money(heldChange))
                .setShares(List.of(shares))
                .setLimitIds(List.of(limitId))
                .setShortOf(granted.equals("80") ? null : limitId)
                .setRank("2026-03-02|" + source)
                .setAvailableAfter(money("0"))
                .setCurrency("EUR")
                .build();
    }

    /** @param order of the invoice, whether it sets a limit or not */
    static FundsDrafted drafted(String invoice, @Nullable String order, String source, String amount) {
        return new FundsDrafted(
                "funding:k1", "contract:k1", "legal-entity:DE01", invoice, order, whole(source, amount), "EUR");
    }

    static FundsTakenOffDraft takenOff(String invoice, @Nullable String order, String source, String amount) {
        return new FundsTakenOffDraft(
                "funding:k1",
                "contract:k1",
                "legal-entity:DE01",
                invoice,
                order,
                whole(source, amount),
                "the line was removed",
                "EUR");
    }

    private static List<FundsPortion> whole(String source, String amount) {
        return List.of(new FundsPortion(source, 1, money(amount), null, null, null));
    }

    /** Of the first source of the stories: what the draft holds, and what of it is the source's own worth. */
    static List<FundsPortion> portions(String amount, String claimed) {
        return List.of(new FundsPortion(
                "time-entry:00000000-0000-0000-0000-000000000001", 1, money(amount), money(claimed), null, null));
    }

    private FundsStory() {}
}
