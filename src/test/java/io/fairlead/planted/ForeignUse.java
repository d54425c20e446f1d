package io.fairlead.planted;

import io.fairlead.contract.RatePrecedence;
import io.fairlead.contract.RateQuestion;
import io.fairlead.time.TimeEntry;
import java.util.List;
import org.axonframework.modelling.command.AggregateRoot;

/** Breaks the rules on capabilities, by an aggregate and by a policy, and is an aggregate that nobody registered. */
@AggregateRoot
public class ForeignUse {

    Object ask(RateQuestion question) {
        return RatePrecedence.choose(question, List.of());
    }

    Class<?> reach() {
        return TimeEntry.class;
    }
}
