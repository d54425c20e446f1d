package io.fairlead.app.content;

import io.fairlead.log.MetadataKeys;
import io.fairlead.shared.CommandContent;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Refuses commands of people, files and other systems that carry what cannot be stored and shown. Processes carry on what is in the
 * log already, so what an older build took does not stop them.
 */
public final class ChecksContent implements MessageHandlerInterceptor<CommandMessage<?>> {

    private static final String PROCESSES = "process|";

    private final InstantSource clock;

    public ChecksContent(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Object handle(UnitOfWork<? extends CommandMessage<?>> unit, InterceptorChain chain) throws Exception {
        var command = unit.getMessage();
        if (!String.valueOf(command.getMetaData().get(MetadataKeys.ACTOR)).startsWith(PROCESSES)) {
            CommandContent.require(command.getPayload(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        }
        return chain.proceed();
    }
}
