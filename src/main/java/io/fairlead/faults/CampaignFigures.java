package io.fairlead.faults;

import io.fairlead.faults.Violations.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came out of one campaign; printed as one JSON object.
 *
 * @param campaign its id
 * @param shortForm whether it was the form for every build
 * @param seed another number is another order of faults
 * @param commands sent, without repeats
 * @param acknowledged of them
 * @param refused of them, for a reason of the domain
 * @param unknown of them: told nothing, or to try again later
 * @param stored events in the log
 * @param kills processes killed or stopped
 * @param seconds it took
 * @param further figures of this campaign alone
 * @param broken how often, by kind
 * @param examples the first cases in words
 */
public record CampaignFigures(
        String campaign,
        boolean shortForm,
        long seed,
        long commands,
        long acknowledged,
        long refused,
        long unknown,
        long stored,
        int kills,
        long seconds,
        Map<String, Object> further,
        Map<String, Long> broken,
        List<String> examples) {

    static Map<String, Long> broken(Violations violations) {
        var broken = new LinkedHashMap<String, Long>();
        for (var kind : Kind.values()) {
            broken.put(kind.id(), violations.count(kind));
        }
        return broken;
    }

    /** Sum of everything that was broken; 0 is the only pass. */
    public long violations() {
        return broken.values().stream().mapToLong(Long::longValue).sum();
    }

    /** As a flat document. */
    public Map<String, Object> document() {
        var document = new LinkedHashMap<String, Object>();
        document.put("campaign", campaign);
        document.put("form", shortForm ? "short" : "full");
        document.put("seed", seed);
        document.put("commands", commands);
        document.put("acknowledged", acknowledged);
        document.put("refused", refused);
        document.put("unknown", unknown);
        document.put("stored", stored);
        document.putAll(broken);
        document.put("kills", kills);
        document.put("seconds", seconds);
        document.putAll(further);
        document.put("violations", violations());
        document.put("examples", examples);
        return document;
    }
}
