package io.fairlead.simulation;

import io.fairlead.exception.event.ExceptionRaised;
import io.fairlead.funding.event.FundsReleased;
import io.fairlead.shared.RuleViolated;
import io.fairlead.time.AdjustTime;
import io.fairlead.time.WriteOffTime;
import java.util.ArrayList;
import java.util.List;

/** Gives commands twice without a key and has events reacted to twice: whatever is stored by the second time is told. */
final class Again {

    private static final String PROPOSAL = "RATE_CHANGED_";

    private final HistoryLog log;
    private final Aggregates aggregates;
    private final boolean named;
    private final List<String> findings = new ArrayList<>();

    /** @param named whether what says how much more or less comes again as the same request; false only to see this check red */
    Again(HistoryLog log, Aggregates aggregates, boolean named) {
        this.log = log;
        this.aggregates = aggregates;
        this.named = named;
    }

    void clear() {
        findings.clear();
    }

    /** What happened twice. */
    List<String> findings() {
        return findings;
    }

    /** The command was accepted just now, and its answer was lost. */
    void give(Object command) {
        long before = log.head();
        try {
            if (named && addsUp(command)) {
                aggregates.runAgain(command); // Only its request tells a repeat from another one.
            } else {
                aggregates.run(command);
            }
        } catch (RuleViolated refused) {
            // It is refused, so that nothing changes.
        }
        tell(before, "given twice, " + command);
    }

    private static boolean addsUp(Object command) {
        return command instanceof AdjustTime || (command instanceof WriteOffTime off && off.seconds() != null);
    }

    /** Everything has come to rest, and the tokens of all processes are lost. */
    void react(Reactions reactions, World world) {
        long before = log.head();
        reactions.reactAgain(world);
        tell(before, "reacted to again");
    }

    private void tell(long before, String what) {
        for (var each : log.events().subList((int) before, (int) log.head())) {
            if (!isIdle(each.event())) {
                findings.add(what + ": " + each.event().getClass().getSimpleName() + " " + each.event());
            }
        }
    }

    /**
     * What another price would change of a part that is billed by now is no less true for being late; and work that was
     * billed before its line had a limit may ask late, and hear that nothing of it is open.
     */
    private static boolean isIdle(Object event) {
        return switch (event) {
            case ExceptionRaised raised -> raised.getCode().startsWith(PROPOSAL);
            case FundsReleased told ->
                told.getReleased().signum() == 0
                        && told.getShares().isEmpty()
                        && told.getHeldChange().signum() == 0;
            default -> false;
        };
    }
}
