package io.fairlead.access;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What somebody may do in a firm, as the identity provider grants it; Fairlead grants none. */
public enum Role {
    TIME_AUTHOR("time-author"),
    TIME_APPROVER("time-approver"),
    PROJECT_MANAGER("project-manager"),
    CONTRACT_MANAGER("contract-manager"),
    BILLING_PREPARER("billing-preparer"),
    BILLING_APPROVER("billing-approver"),
    CREDIT_PREPARER("credit-preparer"),
    CREDIT_APPROVER("credit-approver"),
    CASH_CLERK("cash-clerk"),
    /** Periods and revenue. */
    CONTROLLER("controller"),
    MASTER_DATA("master-data"),
    /** Parked events, rebuilds, deliveries. */
    IT_OPERATOR("it-operator"),
    /** Reads all and writes nothing. */
    AUDITOR("auditor"),
    /** No business commands. */
    SECURITY_ADMIN("security-admin"),
    GATEWAY("gateway"),
    CONSUMER("consumer"),
    BI_READER("bi-reader"),
    CUSTOMER("customer");

    private static final Map<String, Role> BY_CLAIM =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Role::claim, Function.identity()));

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** As tokens name it. */
    public String claim() {
        return claim;
    }

    /** The role that a token names so; empty when Fairlead knows none, as providers have roles of their own. */
    public static Optional<Role> ofClaim(String claim) {
        return Optional.ofNullable(BY_CLAIM.get(claim));
    }
}
