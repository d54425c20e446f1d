package io.fairlead.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What people and outside systems of a firm do, at random. */
public final class Life {

    /** Runs after the people have gone home. */
    public static final int LAST_RUNS = 6;

    private static final int RUNS_THAT_MAY_FIND_MORE = LAST_RUNS - 3;

    /** The row of the standard card that is set when everything is cleared up; it reprices whatever is unbilled. */
    public static final String LAST_ROW = "last";

    private final Chance chance;
    private final Firm firm;
    private final WorkLife work;
    private final BillingLife billing;
    private final ReviewLife review;
    private final ReviewLife otherReview;
    private final CreditLife credits;
    private final OwedLife owed;
    private final MoneyLife money;
    private final AgreementLife agreements;
    private final RetainerLife retainers;
    private final MoveLife moves;
    private final MergeLife merges;
    private final List<Runnable> deeds = new ArrayList<>();
    private final Chance besides;
    private final boolean thorough;

    /**
     * @param besides decides whether this firm reviews all drafts, sums lines up and changes terms: histories of firms that
     *     do not stay as they are without it
     */
    Life(World world, Chance chance, Chance besides) {
        this.chance = chance;
        this.besides = besides;
        this.thorough = besides.oneIn(2);
        this.firm = new Firm(world, chance, thorough ? Optional.of(besides) : Optional.empty());
        this.work = new WorkLife(world, chance, firm);
        var change = new ChangeLife(world, chance);
        this.agreements = new AgreementLife(world, chance, firm);
        this.billing = new BillingLife(world, chance, firm);
        this.credits = new CreditLife(world, chance);
        this.review = ReviewLife.ofUndrawn(world, chance);
        this.otherReview = ReviewLife.ofAll(world, besides);
        this.owed = new OwedLife(world, chance);
        this.money = new MoneyLife(world, besides);
        var expenses = new ExpenseLife(world, chance, firm);
        this.retainers = new RetainerLife(world, chance, firm);
        this.moves = new MoveLife(world, besides, firm);
        this.merges = new MergeLife(world, besides);
        often(8, work::record);
        often(2, work::correct);
        often(7, work::submit);
        often(1, work::reject);
        often(8, work::approve);
        often(4, work::workThrough);
        often(1, change::correct);
        often(1, change::adjust);
        often(1, change::withdraw);
        often(1, change::writeOff);
        often(1, change::defer);
        often(1, change::proposeRate);
        often(1, change::approveRate);
        often(2, agreements::moveLimit);
        often(1, agreements::extendTerm);
        often(1, agreements::hold);
        often(1, agreements::lift);
        often(2, work::scheduleMilestone);
        often(3, work::acceptMilestone);
        often(1, expenses::record);
        often(1, expenses::correct);
        often(2, expenses::submit);
        often(2, expenses::approve);
        often(1, expenses::reject);
        often(4, expenses::spend);
        often(1, expenses::writeOff);
        often(1, expenses::defer);
        often(4, retainers::scheduleRetainer);
        often(1, retainers::scheduleInstalments);
        often(2, retainers::expire);
        often(4, firm::setRate);
        often(1, firm::endRate);
        often(2, firm.exchange()::setRate);
        often(2, firm::receivePurchaseOrder);
        often(2, firm::clearException);
        often(3, billing::startRun);
        often(1, billing::startRunAgain);
        often(3, billing::approve);
        often(3, billing::discard);
        often(3, review::adjust);
        often(4, billing::stage);
        often(3, billing::post);
        often(1, billing::refuse);
        often(4, billing::pay);
        oftenCredit();
    }

    private void oftenCredit() {
        often(6, credits::ask);
        often(1, credits::askAgain);
        often(4, credits::approve);
        often(2, credits::discard);
        often(4, credits::stage);
        often(1, credits::post);
        often(1, credits::refuse);
        often(2, owed::setAgainst);
        often(1, owed::payOut);
    }

    private void often(int times, Runnable deed) {
        for (int i = 0; i < times; i++) {
            deeds.add(deed);
        }
    }

    /** The firm before its first day. */
    void begin() {
        firm.begin();
    }

    /** Where a customer pays ahead, that is mostly billed before anybody works, so that there is something to draw from. */
    void billAhead(Runnable settle) {
        if (!firm.retainerTargets().isEmpty() && !chance.oneIn(4)) {
            retainers.scheduleRetainer();
            settle.run();
            billing.startLastRun();
            settle.run();
            billing.finish();
            settle.run();
        }
    }

    /** Somebody does something; much of it is refused, as in life. */
    void act() {
        if (thorough && besides.oneIn(6)) {
            otherReview.adjust();
        }
        if (thorough && besides.oneIn(40)) {
            retainers.expire();
        }
        if (thorough && besides.oneIn(15)) {
            agreements.changeTerms(besides);
        }
        if (thorough && besides.oneIn(15)) {
            moves.move();
        }
        if (thorough && besides.oneIn(100)) {
            merges.merge();
        }
        chance.of(deeds).run();
    }

    /** In the middle of it most of what can be billed is issued, so that there is something to pay and to credit. */
    void closeMonth(Runnable settle) {
        settle.run();
        billing.startRun();
        settle.run();
        billing.startLastRun();
        settle.run();
        review.adjustSome();
        review();
        billing.finish();
        settle.run();
    }

    /** What waits for people is done: rates are set, work items cleared, everything is billed, and the last run finds nothing. */
    void clearUp(Runnable settle) {
        firm.setWhatIsMissing();
        agreements.liftAll();
        settle.run();
        billing.startLastRun();
        settle.run();
        review();
        billing.finish();
        settle.run();
        billing.payMost();
        settle.run();
        credits.askSome();
        settle.run();
        credits.finish();
        settle.run();
        owed.setAgainst();
        owed.finish();
        settle.run();
        money.someDays(settle);
        settle.run();
        // Issuing settled what waited for its draft, and credits reopened something: there is more to bill.
        for (int again = 0; again < RUNS_THAT_MAY_FIND_MORE; again++) {
            billing.startLastRun();
            settle.run();
            if (again == 0) {
                review(); // What it writes down may leave room for more, so that it comes to an end.
            }
            billing.finish();
            settle.run();
        }
        billing.startLastRun();
        settle.run();
        billing.startLastRun();
        settle.run();
    }

    /** Before most drafts are approved, some lines of them are written up or down. */
    private void review() {
        if (thorough) {
            otherReview.adjustThird();
        }
    }
}
