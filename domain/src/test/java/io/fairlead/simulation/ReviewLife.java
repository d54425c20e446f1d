package io.fairlead.simulation;

import io.fairlead.billing.event.InvoiceDrafted;
import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.invoice.AdjustInvoiceLine;
import io.fairlead.billing.invoice.InvoiceId;
import io.fairlead.billing.invoice.InvoiceLines;
import io.fairlead.billing.retainer.RetainerId;
import io.fairlead.funding.RoomForReview;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Reviewers write lines of drafts up and down, after the limits had room for it, as the door asks them. */
final class ReviewLife {

    private static final String REVIEWER = "idp|reviewer";

    private final World world;
    private final Chance chance;
    private final RoomForReview room;

    ReviewLife(World world, Chance chance, RoomForReview room) {
        this.world = world;
        this.chance = chance;
        this.room = room;
    }

    /** Before most drafts are approved. */
    void adjustSome() {
        for (int left = chance.between(0, 4); left > 0; left--) {
            adjust();
        }
    }

    /** Mostly down; what a retainer pays stays as it was drawn. */
    void adjust() {
        var drafts = world.log().all(InvoiceDrafted.class);
        if (drafts.isEmpty()) {
            return;
        }
        var draft = chance.of(drafts);
        var lines = InvoiceLines.of(world.log(), draft.getInvoiceId()).lines();
        boolean drawn = lines.stream().anyMatch(line -> line.getSourceId().startsWith(RetainerId.KIND + ":"));
        if (!lines.isEmpty() && !drawn) {
            var line = chance.of(lines);
            adjust(new AdjustInvoiceLine(
                    new InvoiceId(draft.getInvoiceId()),
                    line.getLineNo(),
                    net(line, Firm.digits(draft.getCurrency())),
                    "agreed with the buyer",
                    REVIEWER));
        }
    }

    private void adjust(AdjustInvoiceLine adjustment) {
        var first = room.before(adjustment);
        if (first.isEmpty() || world.ask(first.get())) {
            world.ask(adjustment);
        }
    }

    /** At times all of it is given up, at times more is wanted than a limit may have left. */
    private BigDecimal net(InvoiceLine line, int digits) {
        return switch (chance.between(1, 6)) {
            case 1 -> BigDecimal.ZERO.setScale(digits);
            case 2, 3 -> line.getNet().add(chance.amount(digits)).setScale(digits, RoundingMode.DOWN);
            case 4 -> line.getNet().add(BigDecimal.ONE.movePointLeft(digits)).setScale(digits, RoundingMode.DOWN);
            default ->
                line.getNet()
                        .multiply(BigDecimal.valueOf(chance.between(10, 99), 2))
                        .setScale(digits, RoundingMode.DOWN);
        };
    }
}
