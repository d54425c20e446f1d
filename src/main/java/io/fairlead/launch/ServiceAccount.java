package io.fairlead.launch;

import java.util.regex.Pattern;

/**
 * Somebody else's program that reads: topics or reports, one login for each, so that it can be told apart and shut out alone.
 *
 * @param name for people, such as {@code datalake}
 * @param kind what it reads
 * @param since when its password was made, ISO 8601
 */
public record ServiceAccount(String name, Kind kind, String since) {

    /** What an account is for. */
    public enum Kind {
        /** Reads {@code fairlead.*} with consumer groups of its own. */
        TOPICS,
        /** Reads the views of schema {@code bi}. */
        BI
    }

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final int NAME_MAX = 40;

    /** Whether an account may have the name: two names never become one user. */
    public static boolean isName(String name) {
        return name.length() <= NAME_MAX && NAME.matcher(name).matches();
    }

    /** Its user in Kafka, or its role in PostgreSQL. */
    public String user() {
        return kind == Kind.TOPICS ? "account-" + name : "account_" + name.replace('-', '_');
    }

    /** Name of the file of its password or settings, for {@link Secrets}. */
    public String file() {
        return "account-" + name + (kind == Kind.TOPICS ? ".properties" : ".password");
    }
}
