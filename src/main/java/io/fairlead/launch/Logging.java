package io.fairlead.launch;

/** Chooses how a process that is no Spring application logs; must be asked before the first logger is made. */
public final class Logging {

    /** Lines from a level on, to standard error, so that standard output stays data. */
    public static void toConsole(String level) {
        if (System.getProperty("logback.configurationFile") == null) {
            System.setProperty("logback.configurationFile", "io/fairlead/launch/logback.xml");
        }
        System.setProperty("fairlead.log.level", System.getProperty("fairlead.log.level", level));
    }

    private Logging() {}
}
