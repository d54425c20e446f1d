package io.fairlead.app.process;

/** So many streams are parked that something general must be wrong: the process waits for a person, and drops nothing. */
final class ProcessParkFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    ProcessParkFull(String name, int sequencesMax) {
        super("%s has parked %,d streams and waits: clear the cause, then `fairlead parked retry %s`"
                .formatted(name, sequencesMax, name));
    }
}
