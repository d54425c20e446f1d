package io.fairlead.shared;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Facts that are stated once: the same again is no new fact, something else under the same name is refused. */
public final class StatedOnce {

    /**
     * Whether the fact is new.
     *
     * @param code of the refusal
     * @param what the fact's name for people
     * @param known what was stated before; null when nothing was
     * @param stated what is stated now
     * @throws RuleViolated when both differ
     */
    public static boolean isNew(String code, String what, @Nullable Object known, Object stated) {
        if (known == null) {
            return true;
        }
        if (known instanceof SpecificRecord before && stated instanceof SpecificRecord now) {
            OpenDays.dateAs(before, now);
        }
        if (known.equals(stated)) {
            return false;
        }
        throw new RuleViolated(
                code, "id", what + " exists with other data", "use another id, or the command that changes it");
    }

    private StatedOnce() {}
}
