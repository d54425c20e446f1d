package io.fairlead.faults;

import java.util.function.LongConsumer;

/** The campaigns there are, each on a data folder of its own; run by {@code fairlead faults} and by the build. */
public enum Campaign {
    /** Two nodes append and read while one of them is stopped inside its transaction and strangers hold theirs open. */
    RACE("race", 2, 3),
    /** kill -9 of the application. */
    KILL_APP("kill-app", 5, 50),
    /** kill -9 of PostgreSQL, while the application runs on. */
    KILL_POSTGRES("kill-postgres", 2, 10),
    /** Large, slow and endless requests at all doors of a whole stack, whose application is then killed and stopped. */
    DOORS("doors", 1, 2),
    /** kill -9 of PostgreSQL during the long commands of the command line, on a whole stack. */
    KILL_UNDER_COMMANDS("kill-under-commands", 3, 18),
    /** Bad requests with forged lines, escapes, names and secrets, and a look at what the logs tell of them. */
    LOG_FLOOD("log-flood", 0, 0),
    /** Another account of the machine, and logins that may do less; nothing is killed. Needs root to become somebody else. */
    INTRUDER("intruder", 2, 2);

    private final String id;
    private final int killsShort;
    private final int killsFull;

    Campaign(String id, int killsShort, int killsFull) {
        this.id = id;
        this.killsShort = killsShort;
        this.killsFull = killsFull;
    }

    /** As typed on the command line. */
    public String id() {
        return id;
    }

    /** How many times something is killed or stopped, or folders are tried. */
    public int kills(boolean shortForm) {
        return shortForm ? killsShort : killsFull;
    }

    /**
     * Runs it.
     *
     * @param shortForm as in every build
     * @param seed another number is another order of faults
     * @param done told the kills so far
     */
    public CampaignFigures run(boolean shortForm, long seed, LongConsumer done) {
        return switch (this) {
            case RACE -> new RaceCampaign(shortForm, seed).run(done);
            case INTRUDER -> new IntruderCampaign().run(seed, done);
            case KILL_APP, KILL_POSTGRES -> new KillCampaign(this, shortForm, seed).run(done);
            case DOORS -> new DoorsCampaign(shortForm, seed).run(done);
            case KILL_UNDER_COMMANDS -> CommandsUnderKills.run(shortForm, seed, done);
            case LOG_FLOOD -> LogFlood.run(shortForm, seed, done);
        };
    }
}
