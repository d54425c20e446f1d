package io.fairlead.projection;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/**
 * Sends statements of somebody who is bound to the tables and views of some companies: each name of schema {@code projection} or
 * {@code bi} becomes that of its bounded counterpart, however the statement was made.
 */
final class BoundStatements implements ExecuteListener {

    private static final long serialVersionUID = 1;

    /** A text literal, which stays as it is, or the name of a schema before its dot. */
    private static final Pattern NAMES = Pattern.compile("'(?:[^']|'')*'|\"?\\b(projection|bi)\\b\"?\\.");

    @Override
    public void renderEnd(ExecuteContext context) {
        var statement = context.sql();
        if (statement != null && BoundReads.isBound()) {
            context.sql(bounded(statement));
        }
    }

    static String bounded(String statement) {
        return NAMES.matcher(statement).replaceAll(BoundStatements::counterpart);
    }

    private static String counterpart(MatchResult found) {
        var schema = found.group(1);
        if (schema == null) {
            return java.util.regex.Matcher.quoteReplacement(found.group());
        }
        return schema.equals(ProjectionDatabase.SCHEMA) ? "bound." : "bound_bi.";
    }
}
