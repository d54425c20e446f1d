package io.fairlead.app.start;

/** Nobody lets anybody into the database for now; a later start may find it there. */
public final class DatabaseAway extends StartImpossible {

    /** As the command line has it: the same again, later. */
    public static final int EXIT_CODE = 7;

    private static final long serialVersionUID = 1;

    /** @param reason with the setting that names the database */
    public DatabaseAway(String reason) {
        super(reason);
    }

    @Override
    public int exitCode() {
        return EXIT_CODE;
    }

    @Override
    public String remedy() {
        return "Start PostgreSQL, or set FAIRLEAD_DB_URL to where it is; then start Fairlead again.";
    }
}
