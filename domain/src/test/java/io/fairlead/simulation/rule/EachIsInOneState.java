package io.fairlead.simulation.rule;

import io.fairlead.simulation.Facts;
import io.fairlead.simulation.rule.SourceOfWork.State;
import java.util.Map;

/** I3: each portion of what may be billed is in one state at a time, and all of them together are the entry or item. */
public final class EachIsInOneState implements Rule {

    @Override
    public void check(Facts facts, Findings findings) {
        fold(facts, findings).forEach((id, work) -> {
            var sum = work.left()
                    .add(work.on(State.DRAFTED))
                    .add(work.on(State.BILLED))
                    .add(work.writtenOff());
            findings.same("the portions of " + id, sum, work.amount());
        });
    }

    /** Where everything stands at the end; what broke the order on the way is told. */
    public static Map<String, SourceOfWork> fold(Facts facts, Findings findings) {
        return Ledger.of(facts, findings);
    }
}
