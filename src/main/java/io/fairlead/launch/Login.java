package io.fairlead.launch;

/** Who logs in to our own PostgreSQL, each with a random password in a file of its own. */
public enum Login {
    /** Superuser: the supervisor makes databases and roles with it, nobody else is told of it. */
    ADMINISTRATOR("postgres", "postgres-administrator.password"),
    /** Owns the tables: migrations and rebuilds of views. */
    OWNER("fairlead", "postgres-owner.password"),
    /** Appends and reads the log, keeps the books of views, processes and gateways. */
    APPLICATION("fairlead_app", "postgres-application.password"),
    /** Reads the views of schema {@code bi}; for reports and spreadsheets. */
    READER("fairlead_bi", "postgres-reader.password");

    private final String role;
    private final String file;

    Login(String role, String file) {
        this.role = role;
        this.file = file;
    }

    /** Name of the role in the database. */
    public String role() {
        return role;
    }

    /** Name of the file of its password, for {@link Secrets}. */
    public String file() {
        return file;
    }

    /**
     * JDBC address with role and password.
     *
     * @param server address of the database without them
     * @param data folder whose passwords are taken
     * @throws LaunchFailed when there is no password yet
     */
    public String url(String server, DataFolder data) {
        return server + "?user=" + role + "&password=" + new Secrets(data).read(file);
    }
}
