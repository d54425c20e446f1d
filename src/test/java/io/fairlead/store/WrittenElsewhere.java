package io.fairlead.store;

import static io.fairlead.testing.OtherBuild.field;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.testing.OtherBuild;
import io.fairlead.time.event.TimeRejected;
import java.util.function.Consumer;

/** Schemas of TimeRejected as other builds might have stored them. */
public final class WrittenElsewhere {

    /** Today's class gives other values, or fails: the version was written as text. */
    public static final OtherBuild AS_TEXT =
            build(event -> field(event, "version").put("type", "string"));

    /** Today's class has a field that was not written and has no default. */
    public static final OtherBuild WITHOUT_REASON = build(event -> OtherBuild.remove(event, "reason"));

    /** No class of the event is left. */
    public static final OtherBuild GONE = build(event -> event.put("name", "TimeForgotten"));

    /** Said in other words, which changes no value. */
    public static final OtherBuild OTHER_WORDS =
            build(event -> field(event, "reason").put("doc", "Said otherwise."));

    private static OtherBuild build(Consumer<ObjectNode> change) {
        return OtherBuild.of(TimeRejected.getClassSchema(), change);
    }

    private WrittenElsewhere() {}
}
