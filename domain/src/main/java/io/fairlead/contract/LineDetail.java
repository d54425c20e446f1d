package io.fairlead.contract;

import io.fairlead.shared.RuleViolated;
import org.jspecify.annotations.Nullable;

/** How a contract wants time on its invoices: each entry as a line, or together by who worked, on what, or when. */
public enum LineDetail {
    EACH,
    PERSON,
    TASK,
    DAY;

    /**
     * By its name.
     *
     * @param name null means EACH
     * @throws RuleViolated G-02 for any other
     */
    public static LineDetail of(@Nullable String name) {
        return switch (name) {
            case null -> EACH;
            case "EACH" -> EACH;
            case "PERSON" -> PERSON;
            case "TASK" -> TASK;
            case "DAY" -> DAY;
            default ->
                throw new RuleViolated(
                        "G-02",
                        "policies.invoiceLines",
                        "'" + name + "' is no way to show time",
                        "use EACH, PERSON, TASK or DAY");
        };
    }
}
