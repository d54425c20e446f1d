package io.fairlead.access;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Roles that one person should not have together. Where a thing shows who prepared it, four eyes hold thing by thing: one may
 * have both roles, and accepts what others prepared. Where no thing shows it, one of the two gives way: nothing can be sent by
 * it as long as the other is there.
 */
public final class RoleConflicts {

    /** How a conflict is held. */
    public enum Held {
        /** By person: nobody accepts what is their own (T-03, V-03, B-01, B-02, K-01). */
        BY_FOUR_EYES,
        /** By role: commands of the second role are refused (ROLES_CONFLICT). */
        BY_REFUSAL
    }

    /**
     * Two roles of one person.
     *
     * @param first stays as it is
     * @param second gives way where it is held by refusal
     */
    public record Conflict(Role first, Role second, Held held, String reason) {

        private boolean isWithin(Set<Role> roles) {
            return roles.contains(first) && roles.contains(second);
        }
    }

    private static final List<Conflict> ALL = all();

    /** Those within somebody's roles, to be told at login. */
    public static List<Conflict> of(Set<Role> roles) {
        return ALL.stream().filter(conflict -> conflict.isWithin(roles)).toList();
    }

    /** All that there are. */
    public static List<Conflict> list() {
        return ALL;
    }

    /** The conflicts that make a role give way. */
    static List<Conflict> refusing(Set<Role> roles) {
        return of(roles).stream()
                .filter(conflict -> conflict.held() == Held.BY_REFUSAL)
                .toList();
    }

    private static List<Conflict> all() {
        var all = new ArrayList<Conflict>();
        all.add(new Conflict(
                Role.TIME_AUTHOR, Role.TIME_APPROVER, Held.BY_FOUR_EYES, "nobody accepts their own time or expenses"));
        all.add(new Conflict(
                Role.BILLING_PREPARER,
                Role.BILLING_APPROVER,
                Held.BY_FOUR_EYES,
                "nobody accepts an invoice that they prepared"));
        all.add(new Conflict(
                Role.CREDIT_PREPARER,
                Role.CREDIT_APPROVER,
                Held.BY_FOUR_EYES,
                "nobody accepts a credit or a loss that they asked for"));
        all.add(new Conflict(
                Role.BILLING_PREPARER, Role.MASTER_DATA, Held.BY_REFUSAL, "who bills by a rate does not set it"));
        for (var role : EnumSet.copyOf(Circles.with(Circles.STAFF, Role.GATEWAY))) {
            all.add(new Conflict(
                    Role.SECURITY_ADMIN, role, Held.BY_REFUSAL, "who looks after access has no business commands"));
        }
        return List.copyOf(all);
    }

    private RoleConflicts() {}
}
