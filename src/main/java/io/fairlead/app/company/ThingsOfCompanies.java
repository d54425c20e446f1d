package io.fairlead.app.company;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.fairlead.app.web.Refusal;
import io.fairlead.app.web.Refused;
import io.fairlead.app.web.Streams;
import io.fairlead.app.web.Views;
import io.fairlead.projection.BoundReads;
import io.fairlead.projection.ProjectionDatabase;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Which things somebody sees who acts for some companies only: those whose rows he sees. What is not among them may be on its way
 * from the log to the views, so it is looked for once more when they have seen everything stored.
 */
@Component
public class ThingsOfCompanies {

    static final Duration PATIENCE = Duration.ofSeconds(5);

    /** What all companies share. */
    static final Set<String> SHARED = Set.of("customer", "holiday-calendar", "reference-rates");

    /** What concerns all companies: who acts for some of them sees none of it. */
    private static final Set<String> OF_ALL = Set.of("break-glass", "identity", "operator-action");

    /** What no command makes that is sent to something else. */
    private static final Set<String> STANDING =
            Set.of("billing-run", "contract", "deal", "invoice", "legal-entity", "person", "project");

    /** Things that have the key of another, whose company is theirs. */
    static final Map<String, String> LIKE = Map.of(
            "funding", "contract",
            "labour-cost", "time-entry",
            "accounting-period", "legal-entity",
            "receivable-policy", "legal-entity",
            "tax-rates", "legal-entity",
            "transfer-rates", "legal-entity");

    /** Kinds and the tables in which their ids stand, in a column that is named for the kind. */
    static final Map<String, String> TABLES = Map.ofEntries(
            Map.entry("billing-item", "billing_item"),
            Map.entry("billing-run", "billing_run"),
            Map.entry("contract", "contract"),
            Map.entry("credit-note", "credit_note"),
            Map.entry("customer-credit", "customer_credit"),
            Map.entry("deal", "deal"),
            Map.entry("exception", "exception_case"),
            Map.entry("expense", "expense"),
            Map.entry("instalment-plan", "instalment"),
            Map.entry("invoice", "invoice"),
            Map.entry("legal-entity", "legal_entity"),
            Map.entry("number-series", "number_series"),
            Map.entry("obligation", "obligation"),
            Map.entry("person", "person"),
            Map.entry("project", "project"),
            Map.entry("rate-card", "rate"),
            Map.entry("receipt", "receipt"),
            Map.entry("retainer", "retainer_balance"),
            Map.entry("time-entry", "time_entry"));

    private final DSLContext bounded;
    private final Streams streams;
    private final Views views;

    /** @param bounded reads what {@link BoundReads} let it */
    ThingsOfCompanies(DSLContext bounded, Streams streams, Views views) {
        this.bounded = bounded;
        this.streams = streams;
        this.views = views;
    }

    /** Whether whoever asks sees the thing; everybody does who acts for all companies. What does not exist is not seen. */
    public boolean sees(String id) {
        return !BoundReads.isBound() || isSeen(id) || isSeenAtHead(id);
    }

    /** Whether the thing exists and whoever asks does not see it. */
    boolean hides(String id) {
        return BoundReads.isBound() && !isSeen(id) && streams.lastPosition(id) > 0 && !isSeenAtHead(id);
    }

    /**
     * Refuses whom a thing of other companies concerns, in the words of what does not exist.
     *
     * @throws Refused with 404
     */
    void require(String id) {
        if (!sees(id)) {
            throw unknown(id);
        }
    }

    /**
     * The same of a thing that may be about to be made.
     *
     * @throws Refused with 404
     */
    void requireUnlessNew(String id) {
        if (hides(id)) {
            throw unknown(id);
        }
    }

    /**
     * The same of a thing that a command names beside the one that it is sent to. Where nobody makes one so, what does not exist is
     * refused in the same words, or the answer would tell which ones other companies have.
     *
     * @throws Refused with 404
     */
    void requireNamed(String id) {
        if (STANDING.contains(id.substring(0, Math.max(0, id.indexOf(':'))))) {
            require(id);
        } else {
            requireUnlessNew(id);
        }
    }

    private static Refused unknown(String id) {
        return new Refused(Refusal.notFound(id));
    }

    /** Whether ids of the kind are looked for here. */
    static boolean isKnown(String kind) {
        return TABLES.containsKey(kind) || LIKE.containsKey(kind) || SHARED.contains(kind) || OF_ALL.contains(kind);
    }

    private boolean isSeenAtHead(String id) {
        views.awaitHead(PATIENCE);
        return isSeen(id);
    }

    private boolean isSeen(String id) {
        int colon = id.indexOf(':');
        var kind = colon < 0 ? "" : id.substring(0, colon);
        if (SHARED.contains(kind)) {
            return true;
        }
        var like = LIKE.get(kind);
        if (like != null) {
            return isSeen(like + id.substring(colon));
        }
        var table = TABLES.get(kind);
        return table != null
                && bounded.fetchExists(
                        table(name(ProjectionDatabase.SCHEMA, table)),
                        field(name(kind.replace('-', '_') + "_id"), String.class)
                                .eq(id));
    }
}
