package io.fairlead.shared;

/**
 * How worked time is rounded before it is priced (R2); agreed with the contract. Trackers give whole seconds, and by default
 * nothing is rounded.
 *
 * @param mode NONE, NEAREST (halves go up) or UP
 * @param minutes 1, 5, 6, 15 or 30
 * @param perDay whether the time of a person, contract line and day is added up first; else each entry is rounded
 */
public record TimeRounding(Mode mode, int minutes, boolean perDay) {

    /** Time is billed as worked. */
    public static final TimeRounding NONE = new TimeRounding(Mode.NONE, 1, false);

    /** Which way. */
    public enum Mode {
        NONE,
        NEAREST,
        UP
    }

    /** Whole seconds; 0 stays 0. NEAREST 15 makes 450 s 900 s, and 449 s 0 s. */
    public int round(int seconds) {
        int step = minutes * 60;
        return switch (mode) {
            case NONE -> seconds;
            case NEAREST -> Math.floorDiv(seconds + step / 2, step) * step;
            case UP -> Math.ceilDiv(seconds, step) * step;
        };
    }

    /**
     * What an entry adds to its day: the rounded day with it, less what the day's other entries are billed with.
     *
     * @param seconds of the entry
     * @param othersWorked worked time of the day's other priced entries
     * @param othersBilled what they are billed with
     * @return 0 or more
     */
    public int share(int seconds, int othersWorked, int othersBilled) {
        return perDay ? Math.max(0, round(othersWorked + seconds) - othersBilled) : round(seconds);
    }

    /** Reads what {@link #told} wrote. */
    public static TimeRounding of(String told) {
        if (told.equals("NONE")) {
            return NONE;
        }
        var words = told.split(" ", -1);
        return new TimeRounding(Mode.valueOf(words[0]), Integer.parseInt(words[1]), words[3].equals("DAY"));
    }

    /** As kept with each figure: NONE, or for example UP 15 MIN DAY. */
    public String asText() {
        return mode == Mode.NONE ? "NONE" : mode + " " + minutes + " MIN " + (perDay ? "DAY" : "ENTRY");
    }
}
