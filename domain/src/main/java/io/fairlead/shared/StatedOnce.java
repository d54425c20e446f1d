package io.fairlead.shared;

import org.apache.avro.specific.SpecificData;
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
        if (isSame(known, stated)) {
            return false;
        }
        throw new RuleViolated(
                code, "id", what + " exists with other data", "use another id, or the command that changes it");
    }

    private static boolean isSame(Object known, Object stated) {
        if (known instanceof SpecificRecord before && stated instanceof SpecificRecord now) {
            OpenDays.dateAs(before, now);
            return isSame(before, now);
        }
        return known.equals(stated);
    }

    /**
     * Whether two events tell the same, also where one was read from the store: the lists that Avro reads compare their elements
     * by a model without conversions and fail at a decimal that may be absent.
     */
    public static boolean isSame(SpecificRecord one, SpecificRecord other) {
        return one.getClass() == other.getClass()
                && SpecificData.getForClass(one.getClass()).compare(one, other, one.getSchema()) == 0;
    }

    private StatedOnce() {}
}
