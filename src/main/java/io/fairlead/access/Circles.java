package io.fairlead.access;

import static io.fairlead.access.Role.BILLING_APPROVER;
import static io.fairlead.access.Role.BILLING_PREPARER;
import static io.fairlead.access.Role.CASH_CLERK;
import static io.fairlead.access.Role.CONTRACT_MANAGER;
import static io.fairlead.access.Role.CONTROLLER;
import static io.fairlead.access.Role.CREDIT_APPROVER;
import static io.fairlead.access.Role.CREDIT_PREPARER;
import static io.fairlead.access.Role.MASTER_DATA;
import static io.fairlead.access.Role.PROJECT_MANAGER;
import static io.fairlead.access.Role.TIME_APPROVER;
import static io.fairlead.access.Role.TIME_AUTHOR;

import java.util.EnumSet;
import java.util.Set;

/** Roles that read the same for the same reason. */
final class Circles {

    /** Whose work is money: prices, contracts, documents, books. */
    static final Set<Role> COMMERCIAL = Set.of(
            PROJECT_MANAGER,
            CONTRACT_MANAGER,
            BILLING_PREPARER,
            BILLING_APPROVER,
            CREDIT_PREPARER,
            CREDIT_APPROVER,
            CASH_CLERK,
            CONTROLLER,
            MASTER_DATA);

    /** Whoever works for the firm and not on its machines. */
    static final Set<Role> STAFF = with(COMMERCIAL, TIME_AUTHOR, TIME_APPROVER);

    /** Who handles documents that customers get. */
    static final Set<Role> DOCUMENTS =
            Set.of(BILLING_PREPARER, BILLING_APPROVER, CREDIT_PREPARER, CREDIT_APPROVER, CASH_CLERK, CONTROLLER);

    static Set<Role> with(Set<Role> circle, Role... others) {
        var all = EnumSet.copyOf(circle);
        all.addAll(Set.of(others));
        return Set.copyOf(all);
    }

    static Set<Role> without(Set<Role> circle, Role... others) {
        var all = EnumSet.copyOf(circle);
        all.removeAll(Set.of(others));
        return Set.copyOf(all);
    }

    private Circles() {}
}
