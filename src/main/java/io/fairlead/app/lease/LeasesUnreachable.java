package io.fairlead.app.lease;

import java.sql.SQLException;

/** The table of claims does not answer; the node stops its work if that lasts. */
public final class LeasesUnreachable extends RuntimeException {

    private static final long serialVersionUID = 1;

    LeasesUnreachable(SQLException cause) {
        super("the claims cannot be read or kept: " + cause.getMessage(), cause);
    }
}
