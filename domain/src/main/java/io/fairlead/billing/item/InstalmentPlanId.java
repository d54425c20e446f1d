package io.fairlead.billing.item;

import io.fairlead.project.ProjectId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;

/**
 * How a contract line is billed in parts, as stream key.
 *
 * @param value {@code instalment-plan:<key>}, see {@link StreamKey}
 */
public record InstalmentPlanId(String value) {

    /** Prefix of the stream key. */
    public static final String KIND = "instalment-plan";

    public InstalmentPlanId {
        StreamKey.require(KIND, value);
    }

    /** From the key alone, with or without its prefix. */
    public static InstalmentPlanId of(String key) {
        return new InstalmentPlanId(StreamKey.withKind(KIND, key));
    }

    /** The one plan of a project's contract line. */
    public static InstalmentPlanId of(ProjectId project, int lineNo) {
        return of(NameUuid.of(KIND, project.value(), String.valueOf(lineNo)).toString());
    }

    @Override
    public String toString() {
        return value;
    }
}
