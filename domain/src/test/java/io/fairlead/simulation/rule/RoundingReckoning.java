package io.fairlead.simulation.rule;

import io.fairlead.billing.event.PayableRounding;
import io.fairlead.contract.event.ContractSigned;
import io.fairlead.simulation.Facts;
import io.fairlead.simulation.Recorded;
import io.fairlead.time.event.TimeApprovalWithdrawn;
import io.fairlead.time.event.TimeApproved;
import io.fairlead.time.event.TimeCorrectedAfterApproval;
import io.fairlead.time.event.TimeCorrectedAfterBilling;
import io.fairlead.time.event.TimePriced;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * R2 reckoned plainly: how much of worked time is billed, and what else a person's day on a line held at a place of the log; and
 * what is paid in whole steps, by what is left of a gross beside them.
 * Shares no code with the domain.
 */
public final class RoundingReckoning {

    private final Map<String, List<Moment>> entries = new HashMap<>();

    public RoundingReckoning(Facts facts) {
        for (var each : facts.events()) {
            switch (each.event()) {
                case TimeApproved e -> of(each).add(new Moment(each.position(), day(e), e.getSeconds(), null));
                case TimePriced e -> change(each, 0, e.getBilledSeconds(), true);
                case TimeCorrectedAfterApproval e ->
                    change(each, e.getSecondsDelta(), Objects.requireNonNullElse(e.getBilledSecondsDelta(), 0), false);
                case TimeCorrectedAfterBilling e -> {
                    var last = of(each).getLast();
                    change(each, e.getApprovedSeconds() - last.worked(), -e.getSeconds(), false);
                }
                case TimeApprovalWithdrawn _ -> {
                    var last = of(each).getLast();
                    of(each).add(new Moment(each.position(), last.day(), last.worked(), null));
                }
                default -> {}
            }
        }
    }

    /**
     * An entry from a place on.
     *
     * @param day of whom, on which line and when
     * @param billed null while it has no price
     */
    private record Moment(
            long position, String day, int worked, @Nullable Integer billed) {}

    private List<Moment> of(Recorded each) {
        return entries.computeIfAbsent(each.stream(), _ -> new ArrayList<>());
    }

    private void change(Recorded each, int worked, int billed, boolean isPrice) {
        if (of(each).isEmpty()) {
            return; // Other rules tell of a price without an approval.
        }
        var last = of(each).getLast();
        var before = isPrice ? Integer.valueOf(0) : last.billed();
        of(each).add(new Moment(
                each.position(),
                last.day(),
                last.worked() + worked,
                before == null ? null : (Integer) (before + billed)));
    }

    private static String day(TimeApproved entry) {
        return entry.getPersonId() + " " + entry.getContractId() + "#" + entry.getLineNo() + " " + entry.getWorkDate();
    }

    /** Whether a price names what the day's other entries had at some moment between two places. */
    boolean wasRight(TimePriced said, TimeApproved entry, long from, long to) {
        var places = new TreeSet<Long>();
        places.add(from);
        entries.values().forEach(moments -> moments.stream()
                .map(Moment::position)
                .filter(position -> from <= position && position < to)
                .forEach(places::add));
        return places.stream().anyMatch(position -> isRightAt(said, entry, position));
    }

    /** Whether it names what they had right before it. */
    public boolean isRightAt(TimePriced said, TimeApproved entry, long position) {
        int worked = 0;
        int billed = 0;
        for (var other : entries.entrySet()) {
            if (other.getKey().equals(entry.getTimeEntryId())) {
                continue;
            }
            Moment at = null;
            for (var moment : other.getValue()) {
                at = moment.position() <= position ? moment : at;
            }
            if (at != null && at.billed() != null && at.day().equals(day(entry))) {
                worked += at.worked();
                billed += at.billed();
            }
        }
        return worked == said.getOthersWorkedSeconds() && billed == said.getOthersBilledSeconds();
    }

    public static boolean isPerDay(ContractSigned contract) {
        return !isNone(contract) && contract.getTimeRoundingPer().equals("DAY");
    }

    static boolean isNone(ContractSigned contract) {
        return contract.getTimeRoundingMode().equals("NONE");
    }

    /** Billed seconds of an entry: its own, or what it adds to the rounded day. */
    static int billed(ContractSigned contract, int worked, int othersWorked, int othersBilled) {
        return isPerDay(contract)
                ? Math.max(0, rounded(contract, othersWorked + worked) - othersBilled)
                : rounded(contract, worked);
    }

    private static int rounded(ContractSigned contract, int seconds) {
        int step = contract.getTimeRoundingMinutes() * 60;
        int over = seconds % step;
        return switch (contract.getTimeRoundingMode()) {
            case "UP" -> over == 0 ? seconds : seconds - over + step;
            case "NEAREST" -> 2 * over >= step ? seconds - over + step : seconds - over;
            default -> seconds;
        };
    }

    /**
     * Of cash without smaller coins: the nearest whole number of steps, of two equally near the one away from 0; the amount itself
     * where there are none.
     */
    static BigDecimal nearest(BigDecimal amount, @Nullable BigDecimal step) {
        if (step == null) {
            return amount;
        }
        var left = amount.abs().remainder(step);
        var down = amount.abs().subtract(left);
        var nearest = left.add(left).compareTo(step) < 0 ? down : down.add(step);
        return amount.signum() < 0 ? nearest.negate() : nearest;
    }

    /** What the document says is paid. */
    static BigDecimal payable(BigDecimal gross, @Nullable PayableRounding rounding) {
        return rounding == null ? gross : gross.add(rounding.getAmount());
    }
}
