package io.fairlead.app.content;

import io.fairlead.shared.FourEyes;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets rules that ask for a second person know by which names people are registered; asked only by those rules. */
public final class KnowsPeople implements MessageHandlerInterceptor<CommandMessage<?>> {

    private final FourEyes.People people;

    public KnowsPeople(FourEyes.People people) {
        this.people = people;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        return FourEyes.among(people, chain::proceed);
    }
}
