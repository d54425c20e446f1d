package io.fairlead.projection;

/** A view would have so many streams parked that something general must be wrong: nothing is folded until a person looked. */
final class ViewParkFull extends RuntimeException {

    private static final long serialVersionUID = 1;

    ViewParkFull(String projection, int streamsMax, String reason) {
        super(
                "view %s may not park more than %,d streams and waits: clear the cause, then `fairlead parked retry %s` (%s)"
                        .formatted(projection, streamsMax, projection, reason));
    }
}
