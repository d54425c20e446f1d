package io.fairlead.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one round of a bench yielded for one of its lines, as {@link FormerRounds} compares it.
 *
 * @param line the bench and how many clients it had
 * @param figure the name of the figure in the bench's JSON
 * @param value a rate, or a time where less is better
 */
public record RoundFigure(String line, String figure, double value) {

    private static final String RATE = "per_second";
    private static final Set<String> TIMES = Set.of("recorded_to_unbilled_seconds", "billing_seconds");

    /** The part of a month's end that sends commands one by one. */
    private static final String COMMANDS = "master data";

    /** How many times as good this one is as another of the same line. */
    double ratioTo(RoundFigure other) {
        return figure.equals(RATE) ? value / other.value : other.value / value;
    }

    boolean isOfLineOf(RoundFigure other) {
        return line.equals(other.line) && figure.equals(other.figure);
    }

    /**
     * The figures of a bench's {@code --json}: rates, but the median time where the rate is given (tail), and the times of
     * a month's end: of its commands one by one, until all is unbilled, of its billing.
     *
     * @throws CheckoutFailed if there is none
     */
    public static List<RoundFigure> of(String output) {
        var figures = new ArrayList<RoundFigure>();
        for (var text : output.lines().filter(line -> line.startsWith("{")).toList()) {
            var json = json(text);
            var bench = json.path("bench").asString("");
            if (json.has("ours")) {
                var figure = bench.startsWith("tail") ? "p50_ms" : RATE;
                var line = bench + ", " + json.path("clients").asInt() + " at a time";
                figures.add(new RoundFigure(line, figure, positive(json.path("ours"), figure)));
            } else {
                var commands = json.path("phases").path(COMMANDS);
                if (commands.isNumber()) {
                    figures.add(new RoundFigure(bench, COMMANDS + " seconds", positive(json.path("phases"), COMMANDS)));
                }
                for (var name :
                        json.propertyNames().stream().filter(TIMES::contains).toList()) {
                    figures.add(new RoundFigure(bench, name, positive(json, name)));
                }
            }
        }
        if (figures.isEmpty()) {
            throw new CheckoutFailed("the bench printed no figures: " + output.strip());
        }
        return figures;
    }

    private static JsonNode json(String text) {
        try {
            return JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new CheckoutFailed("the bench printed no JSON: " + text);
        }
    }

    private static double positive(JsonNode json, String figure) {
        var value = json.path(figure).asDouble(0);
        if (value <= 0) {
            throw new CheckoutFailed("the bench printed no " + figure + ": " + json);
        }
        return value;
    }
}
