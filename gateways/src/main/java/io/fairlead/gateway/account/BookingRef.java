package io.fairlead.gateway.account;

import io.fairlead.shared.NameUuid;

/** How the ERP knows a booking: by the place of its event, which never changes. */
final class BookingRef {

    /** @param place of the event in the stream, from 0 */
    static String of(String stream, long place) {
        return "booking:" + NameUuid.of("booking", stream, Long.toString(place));
    }

    /** From 1, the same for the same event. */
    static int version(long place) {
        return Math.toIntExact(place + 1);
    }

    private BookingRef() {}
}
