package io.fairlead.app.explain;

import static io.fairlead.projection.db.Tables.UNBILLED_WORK;
import static io.fairlead.projection.db.Tables.WIP_MOVEMENT;

import io.fairlead.app.explain.Explanation.Node;
import io.fairlead.projection.db.tables.records.WipMovementRecord;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** A contract's unbilled work: the figure of the view, the movements that sum to it, and the event behind each of them. */
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
        for (var movement : movements(contract)) {
            var amount = movement.getReadyAmount().add(movement.getDraftedAmount());
            if (amount.signum() != 0) {
                sums.merge(movement.getCurrency(), amount, BigDecimal::add);
                parts.add(movement(movement, amount));
            }
        }
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

    private Map<String, BigDecimal> unbilled(String contract) {
        var sum = DSL.sum(UNBILLED_WORK.READY_AMOUNT.add(UNBILLED_WORK.DRAFTED_AMOUNT));
        return views.select(UNBILLED_WORK.CURRENCY, sum)
                .from(UNBILLED_WORK)
                .where(UNBILLED_WORK.CONTRACT_ID.eq(contract))
                .groupBy(UNBILLED_WORK.CURRENCY)
                .fetchMap(UNBILLED_WORK.CURRENCY, sum);
    }

    /** The movement must be what its event says. */
    private Node movement(WipMovementRecord movement, BigDecimal amount) {
        var what = movement.getKind() + " " + movement.getSourceId() + " of " + movement.getServiceDate();
        var event = trail.of(movement.getSourceId()).stream()
                .filter(told -> told.event().eventId().equals(movement.getEventId()))
                .findFirst();
        if (event.isEmpty()) {
            return new Node(what + ", event " + movement.getEventId(), amount, movement.getCurrency(), null, List.of());
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
