package io.fairlead.app.process;

/** Another owner has taken the work over: what a former one writes is refused, and it ends. */
final class LostOwnership extends RuntimeException {

    private static final long serialVersionUID = 1;

    LostOwnership(String name, long epoch) {
        super(name + " belongs to another owner than that of epoch " + epoch);
    }
}
