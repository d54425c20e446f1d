package io.fairlead.testing;

import static io.fairlead.testing.Cast.EVENING;

import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericEventMessage;

/** A process as the application calls it: through Axon's adapter, so that a missing annotation is seen. */
public final class ProcessUnderTest {

    /** Every event of these tests has this id. */
    public static final String EVENT_ID = "0198f000-0000-7000-8000-000000000001";

    private final AnnotationEventHandlerAdapter adapter;

    public ProcessUnderTest(Object process) {
        adapter = new AnnotationEventHandlerAdapter(process);
    }

    /** Hands over the event, recorded in the evening. */
    public void on(SpecificRecord event) {
        var message = new GenericEventMessage<>(EVENT_ID, event, Map.of(), EVENING);
        if (!adapter.canHandle(message)) {
            throw new AssertionError("no handler takes " + event.getClass().getSimpleName());
        }
        try {
            adapter.handle(message);
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
