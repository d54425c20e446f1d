package io.fairlead.app.explain;

import static io.fairlead.projection.db.Tables.FUNDING_MOVEMENT;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.projection.db.tables.records.WipMovementRecord;
import io.fairlead.view.RollUp;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * A contract's unbilled work: the figure of the view, the movements that sum to it, what limits hold back of them, and the event
 * behind each of them.
 */
final class ContractExplanation {

    private final Trail trail;
    private final DSLContext views;

    ContractExplanation(Trail trail, DSLContext views) {
        this.trail = trail;
        this.views = views;
    }

    Node of(String contract) {
        var parts = new ArrayList<Node>();
        var sums = new LinkedHashMap<String, BigDecimal>();
        var ready = new LinkedHashMap<String, BigDecimal>();
        for (var movement : movements(contract)) {
            ready.merge(movement.getSourceId(), movement.getReadyAmount(), BigDecimal::add);
            var amount = movement.getReadyAmount().add(movement.getDraftedAmount());
            if (amount.signum() != 0) {
                sums.merge(movement.getCurrency(), amount, BigDecimal::add);
                parts.add(movement(movement, amount));
            }
        }
        var over = heldBack(contract, ready);
        over.forEach(held -> {
            sums.merge(held.currency(), held.amount().negate(), BigDecimal::add);
            parts.add(held.node());
        });
        var now = trail.asOf() == null ? unbilled(contract) : sums;
        var figures = new ArrayList<Node>();
        now.forEach((currency, figure) -> {
            var due = sums.getOrDefault(currency, BigDecimal.ZERO);
            if (figure.compareTo(due) != 0) {
                trail.differs("unbilled of " + contract + " is " + figure.toPlainString() + " " + currency
                        + " in the view, its movements sum to " + due.toPlainString());
            }
            figures.add(new Node(
                    "unbilled, of " + contract + ", difference to its movements "
                            + figure.subtract(due).toPlainString(),
                    figure,
                    currency,
                    null,
                    parts.stream()
                            .filter(part -> currency.equals(part.currency()))
                            .toList()));
        });
        over.stream()
                .collect(Collectors.groupingBy(Held::currency, TreeMap::new, Collectors.toList()))
                .forEach((currency, held) -> figures.add(new Node(
                        "over limit, of " + contract + ", beside what is unbilled",
                        held.stream().map(Held::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                        currency,
                        null,
                        List.of())));
        trail.of(contract).forEach(told -> figures.add(told.node()));
        return new Node(contract, null, null, null, figures);
    }

    private List<WipMovementRecord> movements(String contract) {
        return views.selectFrom(WIP_MOVEMENT)
                .where(WIP_MOVEMENT.CONTRACT_ID.eq(contract))
                .and(
                        trail.asOf() == null
                                ? DSL.noCondition()
                                : WIP_MOVEMENT.RECORDED_AT.le(trail.asOf().atOffset(ZoneOffset.UTC)))
                .orderBy(WIP_MOVEMENT.POSITION, WIP_MOVEMENT.LEG)
                .fetch();
    }

    /** What a limit holds back of one source. */
    private record Held(String source, String limit, BigDecimal amount, String currency) {

        Node node() {
            return new Node("over " + limit + ", held of " + source, amount.negate(), currency, null, List.of());
        }
    }

    /** What was on a draft before its limit was watched may be told as held; it stands on its draft. */
    private List<Held> heldBack(String contract, Map<String, BigDecimal> ready) {
        var held = new LinkedHashMap<String, Held>();
        views.selectFrom(FUNDING_MOVEMENT)
                .where(FUNDING_MOVEMENT.CONTRACT_ID.eq(contract))
                .and(FUNDING_MOVEMENT.OVER_LIMIT_AMOUNT.ne(DSL.inline(BigDecimal.ZERO)))
                .and(
                        trail.asOf() == null
                                ? DSL.noCondition()
                                : FUNDING_MOVEMENT.RECORDED_AT.le(trail.asOf().atOffset(ZoneOffset.UTC)))
                .orderBy(FUNDING_MOVEMENT.POSITION, FUNDING_MOVEMENT.LEG)
                .forEach(row -> held.merge(
                        row.getSourceId(),
                        new Held(
                                row.getSourceId(),
                                "the limit " + row.getShortOf(),
                                row.getOverLimitAmount(),
                                row.getCurrency()),
                        (before, more) -> new Held(
                                more.source(), more.limit(), before.amount().add(more.amount()), more.currency())));
        return held.values().stream()
                .map(one -> new Held(
                        one.source(),
                        one.limit(),
                        one.amount().min(ready.getOrDefault(one.source(), BigDecimal.ZERO)),
                        one.currency()))
                .filter(one -> one.amount().signum() > 0)
                .toList();
    }

    private Map<String, BigDecimal> unbilled(String contract) {
        var sum = DSL.sum(RollUp.amount("ready_amount").add(RollUp.amount("drafted_amount")));
        return views.select(RollUp.CURRENCY, sum)
                .from(RollUp.view("unbilled_source"))
                .where(DSL.field(DSL.name("contract_id"), String.class).eq(contract))
                .groupBy(RollUp.CURRENCY)
                .fetchMap(RollUp.CURRENCY, sum);
    }

    /** The movement must be what its event says. */
    private Node movement(WipMovementRecord movement, BigDecimal amount) {
        var what = movement.getKind() + " " + movement.getSourceId() + " of " + movement.getServiceDate();
        var event = trail.of(movement.getSourceId()).stream()
                .filter(told -> told.event().eventId().equals(movement.getEventId()))
                .findFirst();
        if (event.isEmpty()) {
            var elsewhere = trail.at(movement.getPosition()).map(Told::source).orElse(null);
            return new Node(what, amount, movement.getCurrency(), elsewhere, List.of());
        }
        var said = event.get().amount("amount");
        boolean isWhole =
                movement.getKind().equals("priced") || movement.getKind().equals("billed");
        if (isWhole && said != null && said.abs().compareTo(amount.abs()) != 0) {
            trail.differs(what + " moves " + amount.toPlainString() + ", its event says " + said.toPlainString());
        }
        return new Node(what, amount, movement.getCurrency(), event.get().source(), List.of());
    }
}
