package io.fairlead.simulation.rule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** I3: an entry or item, of which each part is left, drafted, billed or written off; parts move in order and as a whole. */
public final class SourceOfWork {

    /** Where a portion stands. */
    public enum State {
        DRAFTED,
        BILLED
    }

    /**
     * A portion on a draft or an invoice.
     *
     * @param seconds of it as it was drafted; 0 for items
     * @param amount of it as it was drafted
     * @param backSeconds of these, taken back by credit notes
     * @param back of the amount, taken back by credit notes
     */
    public record Portion(
            String invoice, State state, int seconds, BigDecimal amount, int backSeconds, BigDecimal back) {

        Portion(String invoice, State state, int seconds, BigDecimal amount) {
            this(invoice, state, seconds, amount, 0, BigDecimal.ZERO);
        }
    }

    private final String id;
    private final String contract;
    private final int lineNo;
    private final Findings findings;
    private final Map<Integer, Portion> portions = new TreeMap<>();
    private LocalDate day = LocalDate.MIN;
    private BigDecimal value = BigDecimal.ZERO;
    private int secondsLeft;
    private BigDecimal left = BigDecimal.ZERO;
    private BigDecimal writtenOff = BigDecimal.ZERO;
    private boolean inDoubt;
    private boolean awaitsChange;
    private @Nullable LocalDate deferredUntil;

    SourceOfWork(String id, String contract, int lineNo, Findings findings) {
        this.id = id;
        this.contract = contract;
        this.lineNo = lineNo;
        this.findings = findings;
    }

    public String contract() {
        return contract;
    }

    int lineNo() {
        return lineNo;
    }

    LocalDate day() {
        return day;
    }

    /** Approved value: what it is worth by its price and all changes of it. */
    public BigDecimal amount() {
        return value;
    }

    public BigDecimal left() {
        return left;
    }

    public BigDecimal writtenOff() {
        return writtenOff;
    }

    /** Net of credits. */
    public BigDecimal on(State state) {
        return portions.values().stream()
                .filter(portion -> portion.state() == state)
                .map(portion -> portion.amount().subtract(portion.back()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** As {@link #on}, but a price of 0 counts too. */
    boolean isOn(State state) {
        return portions.values().stream().anyMatch(portion -> portion.state() == state);
    }

    Map<Integer, Portion> portions() {
        return portions;
    }

    /** Whether something of it is on no draft and not given up; a price of 0 counts by its time. */
    boolean isLeft() {
        return secondsLeft > 0 || left.signum() != 0;
    }

    /** Whether people have to decide before it may be billed. */
    boolean waitsForPeople() {
        return inDoubt || awaitsChange;
    }

    boolean awaitsChange() {
        return awaitsChange;
    }

    boolean isDeferredBeyond(LocalDate cutOff) {
        return deferredUntil != null && deferredUntil.isAfter(cutOff);
    }

    void priced(LocalDate serviceDate, int seconds, BigDecimal amount) {
        findings.require(!isLeft() && value.compareTo(on(State.BILLED)) == 0, id + " became unbilled twice");
        day = serviceDate;
        changed(seconds, amount);
    }

    /** What is left grows or shrinks. */
    void changed(int seconds, BigDecimal amount) {
        value = value.add(amount);
        move(seconds, amount, "changed");
    }

    void withdrawn(int seconds, BigDecimal amount) {
        changed(-seconds, amount.negate());
        findings.require(!isLeft() && on(State.DRAFTED).signum() == 0, id + " is withdrawn and may still be billed");
        inDoubt = false;
        awaitsChange = false;
        deferredUntil = null;
    }

    void put(int no, String invoice, int seconds, BigDecimal amount) {
        findings.require(!waitsForPeople(), id + " is put on " + invoice + " while it waits for people");
        var before = portions.put(no, new Portion(invoice, State.DRAFTED, seconds, amount));
        if (before != null) {
            findings.add(id + " portion " + no + " on its way to DRAFTED is " + before.state());
        }
        move(-seconds, amount.negate(), "put on " + invoice);
    }

    void take(int no, String invoice, int seconds, BigDecimal amount) {
        if (leaves(no, invoice, seconds, amount, "unbilled")) {
            portions.remove(no);
        }
        move(seconds, amount, "taken off " + invoice);
    }

    void bill(int no, String invoice, int seconds, BigDecimal amount) {
        var _ = leaves(no, invoice, seconds, amount, "BILLED"); // What is wrong is noted; what was billed is billed.
        portions.put(no, new Portion(invoice, State.BILLED, seconds, amount));
    }

    private boolean leaves(int no, String invoice, int seconds, BigDecimal amount, String to) {
        var what = id + " portion " + no;
        var now = portions.get(no);
        if (now == null) {
            findings.add(what + " became " + to + " before it was drafted");
            return false;
        }
        findings.same(what + " on its way to " + to, now.state(), State.DRAFTED);
        findings.same("who had " + what + " on its way to " + to, now.invoice(), invoice);
        findings.same("seconds that became " + to + " of " + what, seconds, now.seconds());
        findings.same("what became " + to + " of " + what, amount, now.amount());
        return true;
    }

    void giveUp(int seconds, BigDecimal amount) {
        findings.require(!waitsForPeople(), id + " is written off while it waits for people");
        writtenOff = writtenOff.add(amount);
        move(-seconds, amount.negate(), "written off");
    }

    /** A credit note makes a billed part unbilled again. */
    void reopen(int no, String invoice, int seconds, BigDecimal amount) {
        back(no, invoice, seconds, amount);
        move(seconds, amount, "reopened");
    }

    /** A credit note gives a billed part up. */
    void giveUpBilled(int no, String invoice, int seconds, BigDecimal amount) {
        back(no, invoice, seconds, amount);
        writtenOff = writtenOff.add(amount);
    }

    /** A credit note says of a billed part that it never existed. */
    void unmake(int no, String invoice, int seconds, BigDecimal amount) {
        back(no, invoice, seconds, amount);
        value = value.subtract(amount);
    }

    private void back(int no, String invoice, int seconds, BigDecimal amount) {
        var what = id + " portion " + no;
        var was = portions.get(no);
        if (was == null || was.state() != State.BILLED || !was.invoice().equals(invoice)) {
            findings.add(what + " is credited but not billed on " + invoice);
            return;
        }
        var back = was.back().add(amount);
        int backSeconds = was.backSeconds() + seconds;
        findings.require(
                amount.signum() >= 0
                        && seconds >= 0
                        && back.compareTo(was.amount()) <= 0
                        && backSeconds <= was.seconds(),
                what + " is credited beyond what was billed");
        portions.put(no, new Portion(invoice, State.BILLED, was.seconds(), was.amount(), backSeconds, back));
    }

    void defer(LocalDate until) {
        deferredUntil = until;
    }

    void doubt(boolean doubted) {
        inDoubt = doubted;
        awaitsChange = false;
    }

    void await(boolean change) {
        awaitsChange = change;
    }

    private void move(int seconds, BigDecimal amount, String what) {
        secondsLeft += seconds;
        left = left.add(amount);
        findings.require(
                secondsLeft >= 0 && left.signum() >= 0,
                id + " is " + what + " and has " + secondsLeft + " seconds worth " + left + " left");
    }
}
