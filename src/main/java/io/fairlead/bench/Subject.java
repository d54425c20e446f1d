package io.fairlead.bench;

/** One side of a comparison: something that clients call over and over. */
interface Subject {

    /** Runs one client's operations until {@code go} says stop, telling the time of each. */
    void client(int client, ClientLoad.Go go) throws Exception;
}
