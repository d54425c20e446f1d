package io.fairlead.shared;

import java.util.List;

/**
 * The door through which processes send commands. Each command is stored before the call returns; what it caused names
 * the event that the process reacts to.
 */
public interface Commands {

    /**
     * Sends one command.
     *
     * @param key made from what is booked, never from clock or chance, so that a retry repeats it
     * @throws RuleViolated when it is refused
     */
    void send(Object command, String key);

    /**
     * Sends many, concurrently; the result has one entry per command, in order.
     *
     * @param commands at most some ten thousand
     */
    List<Answer> sendAll(List<Keyed> commands);

    /** A command with its key. */
    record Keyed(Object command, String key) {}

    /** What became of a command. */
    sealed interface Answer permits Accepted, Refused {}

    /** It is so now, or was so before. */
    record Accepted() implements Answer {}

    /** A rule refused it. */
    record Refused(RuleViolated reason) implements Answer {}
}
