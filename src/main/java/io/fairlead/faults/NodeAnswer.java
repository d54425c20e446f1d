package io.fairlead.faults;

/** What a node said to an order, as it crosses the pipe. */
sealed interface NodeAnswer {

    /** It is stored. */
    record Accepted(boolean repeated, long first, long last) implements NodeAnswer {}

    /** The domain refuses it. */
    record Refused(String reason) implements NodeAnswer {}

    /** The store could not take it now. */
    record Later(String reason) implements NodeAnswer {}

    /** It failed in a way that no client can act on. */
    record Broken(String reason) implements NodeAnswer {}

    /** The node ended before it answered. */
    record None() implements NodeAnswer {}

    /** One line; a reason loses its line breaks. */
    default String line() {
        return switch (this) {
            case Accepted(var repeated, var first, var last) -> "accepted " + repeated + " " + first + " " + last;
            case Refused(var reason) -> "refused " + reason.replaceAll("\\s+", " ");
            case Later(var reason) -> "later " + reason.replaceAll("\\s+", " ");
            case Broken(var reason) -> "broken " + reason.replaceAll("\\s+", " ");
            case None() -> "none ";
        };
    }

    static NodeAnswer parse(String line) {
        var rest = line.substring(line.indexOf(' ') + 1);
        return switch (line.substring(0, line.indexOf(' '))) {
            case "accepted" -> {
                var words = rest.split(" ", -1);
                yield new Accepted(Boolean.parseBoolean(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
            }
            case "refused" -> new Refused(rest);
            case "later" -> new Later(rest);
            default -> new Broken(rest);
        };
    }
}
