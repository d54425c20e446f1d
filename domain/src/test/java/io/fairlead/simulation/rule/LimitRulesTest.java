package io.fairlead.simulation.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.funding.event.FundingLimit;
import io.fairlead.funding.event.FundingLimitChanged;
import io.fairlead.funding.event.FundingOpened;
import io.fairlead.funding.event.FundsConsumed;
import io.fairlead.funding.event.FundsDrafted;
import io.fairlead.funding.event.FundsPortion;
import io.fairlead.funding.event.FundsReserved;
import io.fairlead.funding.event.FundsShare;
import io.fairlead.simulation.Agreements;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules of limits can fail, each of them. */
class LimitRulesTest extends PlantedFaults {

    private static final List<Recorded> LIMITED = history(facts -> !hasCaps(facts)
            && facts.each(FundsReserved.class)
                    .anyMatch(reserved -> reserved.getGranted().signum() > 0)
            && facts.each(FundingLimitChanged.class).findAny().isEmpty()
            && facts.each(FundsDrafted.class).findAny().isPresent()
            && facts.each(FundsConsumed.class).findAny().isPresent()
            && facts.each(FundingOpened.class)
                    .anyMatch(opened -> opened.getPolicy().equals("SPLIT") && isHeld(facts, opened)));

    private static final List<Recorded> ORDERED =
            history(facts -> drawnFromAnOrder(facts).findAny().isPresent());

    LimitRulesTest() {
        super(LIMITED);
    }

    /** Of these CapsHold tells. */
    private static boolean hasCaps(Facts facts) {
        return facts.each(ContractSigned.class)
                .flatMap(signed -> signed.getLines().stream())
                .anyMatch(line -> !line.getCaps().isEmpty());
    }

    /** Whether something of the contract is over a limit that never moved. */
    private static boolean isHeld(Facts facts, FundingOpened opened) {
        return opened.getLimits().size() == 1
                && FundsLedger.of(facts, new Findings()).sources().entrySet().stream()
                        .anyMatch(each -> each.getValue().contract().equals(opened.getContractId())
                                && isHeldWhole(facts, each.getKey(), each.getValue()));
    }

    /** An invoice that bills a part of it would tell the limits of it too. */
    private static boolean isHeldWhole(Facts facts, String source, FundsOfSource funds) {
        return funds.held().signum() > 0
                && facts.each(InvoiceLinesAdded.class)
                        .flatMap(added -> added.getLines().stream())
                        .noneMatch(line -> line.getSourceId().equals(source));
    }

    @Test
    void a_grant_beyond_a_limit_is_seen() {
        var much = new BigDecimal("999999999999.0000");
        assertSeen("is overdrawn", changed(FundsReserved.class, reserved -> FundsReserved.newBuilder(reserved)
                .setWorth(reserved.getWorth().add(much))
                .setGranted(reserved.getGranted().add(much))
                .setShares(List.of(FundsShare.newBuilder()
                        .setAmount(reserved.getGranted().add(much))
                        .setChange(reserved.getGranted().add(much))
                        .build()))
                .build()));
    }

    @Test
    void an_order_that_is_drawn_beyond_its_limit_is_seen() {
        // What the same command takes back again is not seen, and need not be.
        assertThat(drawnFromAnOrder(new Facts(ORDERED)).toList()).anySatisfy(LimitRulesTest::drawnBeyond);
    }

    private static void drawnBeyond(FundsReserved drawn) {
        var much = new BigDecimal("999999999999.0000");
        var share = shareOfAnOrder(drawn).orElseThrow();
        var wrong = FundsReserved.newBuilder(drawn)
                .setWorth(drawn.getWorth().add(much))
                .setGranted(drawn.getGranted().add(much))
                .setShares(drawn.getShares().stream()
                        .map(each -> each == share
                                ? FundsShare.newBuilder(each)
                                        .setAmount(each.getAmount().add(much))
                                        .setChange(each.getChange().add(much))
                                        .build()
                                : each)
                        .toList())
                .build();
        assertSeen(
                "the limit po-" + share.getPoNumber() + " of " + drawn.getContractId() + " is overdrawn",
                ORDERED.stream()
                        .map(each -> each.event() == drawn ? new Recorded(each.position(), each.stream(), wrong) : each)
                        .toList());
    }

    /** Of an order that has a limit in the end. */
    private static Stream<FundsReserved> drawnFromAnOrder(Facts facts) {
        var agreed = new Agreements(facts.events());
        return facts.each(FundsReserved.class).filter(reserved -> shareOfAnOrder(reserved)
                .filter(share -> agreed.orders(reserved.getContractId()).get(share.getPoNumber()) != null)
                .isPresent());
    }

    private static Optional<FundsShare> shareOfAnOrder(FundsReserved reserved) {
        return reserved.getShares().stream()
                .filter(share ->
                        share.getPoNumber() != null && share.getChange().signum() > 0)
                .findFirst();
    }

    @Test
    void work_of_which_a_part_is_neither_granted_nor_held_is_seen() {
        assertSeen("granted and held of", changed(FundsReserved.class, reserved -> FundsReserved.newBuilder(reserved)
                .setHeld(reserved.getHeld().add(CENT))
                .build()));
    }

    @Test
    void limited_work_that_never_asked_is_seen() {
        var source = FundsLedger.of(new Facts(right), new Findings()).sources().entrySet().stream()
                .filter(each -> isHeldWhole(new Facts(right), each.getKey(), each.getValue()))
                .findFirst()
                .orElseThrow()
                .getKey();
        assertSeen(
                "is limited and never asked",
                right.stream()
                        .filter(each -> !each.event().toString().contains("\"sourceId\": \"" + source + "\"")
                                || !each.stream().startsWith("funding:"))
                        .toList());
    }

    @Test
    void work_that_is_held_while_there_is_room_is_seen() {
        var much = new BigDecimal("999999999999.0000");
        assertSeen(
                "is held while there is room",
                right.stream()
                        .map(each -> each.event() instanceof FundingOpened opened
                                ? new Recorded(
                                        each.position(),
                                        each.stream(),
                                        FundingOpened.newBuilder(opened)
                                                .setLimits(opened.getLimits().stream()
                                                        .map(limit -> FundingLimit.newBuilder(limit)
                                                                .setAmount(much)
                                                                .build())
                                                        .toList())
                                                .build())
                                : each)
                        .toList());
    }

    @Test
    void a_limit_that_is_not_the_agreed_one_is_seen() {
        assertSeen("the limit of", changed(FundingOpened.class, opened -> FundingOpened.newBuilder(opened)
                .setLimits(List.of())
                .build()));
    }

    @Test
    void a_draft_that_takes_more_than_was_granted_is_seen() {
        var much = new BigDecimal("999999999999.0000");
        assertSeen("than was granted", changed(FundsDrafted.class, drafted -> FundsDrafted.newBuilder(drafted)
                .setPortions(drafted.getPortions().stream()
                        .map(part ->
                                FundsPortion.newBuilder(part).setAmount(much).build())
                        .toList())
                .build()));
    }

    @Test
    void funds_used_twice_are_seen() {
        var used = first(FundsConsumed.class);
        assertSeen("invoices that use funds", with(used.position(), used.stream(), used.event()));
    }
}
