package io.fairlead.demo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A contract of the sample firm with its project; both have the same key.
 *
 * @param key of deal, contract and project
 * @param place from 0, within the company
 * @param kind how it is billed
 * @param amount ordered; null where it is open-ended
 * @param won day of signature
 * @param direct signed here, not won in the CRM
 * @param poNumber null where none is known
 * @param milestones empty where it is billed by time alone
 * @param team who works on it
 */
record Engagement(
        String key,
        int place,
        String name,
        Company company,
        Buyer buyer,
        String currency,
        Kind kind,
        @Nullable BigDecimal amount,
        LocalDate won,
        boolean direct,
        @Nullable String poNumber,
        List<Milestone> milestones,
        List<Consultant> team) {

    /** How it is billed; MIXED has a line of each. */
    enum Kind {
        TIME,
        MILESTONES,
        MIXED
    }

    /** A billable result; null days mean not yet. */
    record Milestone(
            String key,
            int lineNo,
            String name,
            BigDecimal amount,
            LocalDate due,
            @Nullable LocalDate reached,
            @Nullable LocalDate accepted) {}

    boolean billsTime() {
        return kind != Kind.MILESTONES;
    }

    String project() {
        return "project:" + key;
    }

    String contract() {
        return "contract:" + key;
    }
}
