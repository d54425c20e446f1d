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
    private final boolean drawnToo;

    private ReviewLife(World world, Chance chance, boolean drawnToo) {
        this.world = world;
        this.chance = chance;
        this.room = world.room();
        this.drawnToo = drawnToo;
    }

    /** Leaves drafts that a retainer pays a part of as they are. */
    static ReviewLife ofUndrawn(World world, Chance chance) {
        return new ReviewLife(world, chance, false);
    }

    /** Writes work that a retainer pays a part of up, too; were it written down, more would be drawn than is billed. */
    static ReviewLife ofAll(World world, Chance chance) {
        return new ReviewLife(world, chance, true);
    }

    /** Before most drafts are approved. */
    void adjustSome() {
        for (int left = chance.between(0, 4); left > 0; left--) {
            adjust();
        }
    }

    /** Of each third draft a line; at times of one that is no draft any more. */
    void adjustThird() {
        for (var draft : world.log().all(InvoiceDrafted.class)) {
            if (chance.oneIn(3)) {
                adjust(draft);
            }
        }
    }

    void adjust() {
        var drafts = world.log().all(InvoiceDrafted.class);
        if (!drafts.isEmpty()) {
            adjust(chance.of(drafts));
        }
    }

    /** Mostly down; what a retainer pays stays as it was drawn. */
    private void adjust(InvoiceDrafted draft) {
        var lines = InvoiceLines.of(world.log(), draft.getInvoiceId()).lines();
        var work = lines.stream().filter(line -> !isDraw(line)).toList();
        boolean drawn = work.size() < lines.size();
        if (!work.isEmpty() && (!drawn || drawnToo)) {
            var line = chance.of(work);
            int digits = Firm.digits(draft.getCurrency());
            adjust(new AdjustInvoiceLine(
                    new InvoiceId(draft.getInvoiceId()),
                    line.getLineNo(),
                    drawn ? more(line, digits) : net(line, digits),
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
            case 2, 3 -> more(line, digits);
            case 4 -> line.getNet().add(BigDecimal.ONE.movePointLeft(digits)).setScale(digits, RoundingMode.DOWN);
            default ->
                line.getNet()
                        .multiply(BigDecimal.valueOf(chance.between(10, 99), 2))
                        .setScale(digits, RoundingMode.DOWN);
        };
    }

    private BigDecimal more(InvoiceLine line, int digits) {
        return line.getNet().add(chance.amount(digits)).setScale(digits, RoundingMode.DOWN);
    }

    private static boolean isDraw(InvoiceLine line) {
        return line.getSourceId().startsWith(RetainerId.KIND + ":");
    }
}
