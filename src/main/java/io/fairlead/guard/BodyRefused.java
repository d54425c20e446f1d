package io.fairlead.guard;

/** A body that is not taken, or no further; for the door that it came to, which tells it in its own form. */
public final class BodyRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient GuardRefusal refusal;

    private BodyRefused(GuardRefusal refusal) {
        super(refusal.code() + ": " + refusal.reason());
        this.refusal = refusal;
    }

    /** Status 408, 413 or 503, the last to be tried again. */
    public GuardRefusal refusal() {
        return refusal;
    }

    static BodyRefused tooLarge(int bytesMax) {
        return new BodyRefused(new GuardRefusal(
                413, "BODY_TOO_LARGE", null, "the body is larger than " + bytesMax + " bytes", "send it in parts"));
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(new GuardRefusal(
                408,
                "BODY_TOO_SLOW",
                null,
                "the body did not come within " + BodyTime.MAX.toSeconds() + " seconds, or stood still",
                "send it again, in one go"));
    }

    static BodyRefused full() {
        return new BodyRefused(new GuardRefusal(
                503,
                "DOOR_FULL",
                null,
                "as many bodies as this server holds at once are under way",
                "send it again later, with the same key where there is one"));
    }
}
