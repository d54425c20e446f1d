package io.fairlead.party;

import org.jspecify.annotations.Nullable;

/**
 * How a company looks at overlapping work and at four eyes over invoices.
 *
 * @param overlap what happens to work of one person at the same time, or of more than a day
 * @param ownWorkAllowed whether who worked, entered or adjusted what an invoice bills may approve it (B-02)
 */
public record WorkPolicies(Overlap overlap, boolean ownWorkAllowed) {

    /** Holds where nothing was decided. */
    public static final WorkPolicies DEFAULT = new WorkPolicies(Overlap.WARN, false);

    private static final String ALLOWED = "ALLOWED";

    /** From how they are told; null means as by default. */
    public static WorkPolicies of(@Nullable String overlap, @Nullable String ownWork) {
        return new WorkPolicies(
                overlap == null ? DEFAULT.overlap() : Overlap.valueOf(overlap), ALLOWED.equals(ownWork));
    }

    /** How it is told whether own work may be approved: ALLOWED or REFUSED. */
    String ownWork() {
        return ownWorkAllowed ? ALLOWED : "REFUSED";
    }

    /** What is done about overlaps. */
    public enum Overlap {
        /** The approver is told. */
        WARN,
        /** It is not taken. */
        REFUSE,
        /** Nothing. */
        ALLOW
    }
}
