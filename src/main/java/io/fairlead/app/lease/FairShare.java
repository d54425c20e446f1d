package io.fairlead.app.lease;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a node should take and give back, so that each living node does about the same of each kind of work. A pure
 * decision on a picture; {@link Leases} carries it out.
 *
 * @param take free claims that are ours to take
 * @param giveBack claims beyond our share, few at a time
 */
record FairShare(List<String> take, List<String> giveBack) {

    /** Gently: what is given back stands still until another node has taken it. */
    static final int GIVE_BACK_MAX = 4;

    /**
     * @param offered what this node can do
     * @param mine what it does, or has not stopped yet
     */
    static FairShare of(ClusterSnapshot picture, Set<String> offered, Set<String> mine, String instance) {
        var living = new HashSet<>(picture.living());
        living.add(instance);
        var held = new HashMap<String, Integer>();
        var all = new TreeMap<String, List<ClusterSnapshot.Claim>>();
        for (var claim : picture.claims()) {
            if (offered.contains(claim.name())) {
                all.computeIfAbsent(kind(claim.name()), _ -> new ArrayList<>()).add(claim);
            }
        }
        mine.forEach(name -> held.merge(kind(name), 1, Integer::sum));
        var take = new ArrayList<String>();
        var giveBack = new ArrayList<String>();
        all.forEach((kind, claims) -> {
            int share = Math.ceilDiv(claims.size(), living.size());
            int room = share - held.getOrDefault(kind, 0);
            if (room > 0) {
                claims.stream()
                        .filter(claim -> claim.free() && !mine.contains(claim.name()))
                        .limit(room)
                        .forEach(claim -> take.add(claim.name()));
            } else if (room < 0) {
                claims.stream()
                        .filter(claim -> mine.contains(claim.name()))
                        .sorted((one, other) -> other.name().compareTo(one.name()))
                        .limit(Math.min(-room, GIVE_BACK_MAX))
                        .forEach(claim -> giveBack.add(claim.name()));
            }
        });
        return new FairShare(List.copyOf(take), List.copyOf(giveBack));
    }

    /** Work of one kind weighs the same: {@code views} of {@code views/3}; what stands alone is {@code single} together. */
    static String kind(String name) {
        int slash = name.indexOf('/');
        return slash < 0 ? "single" : name.substring(0, slash);
    }

    /** How many claims of each kind an instance holds, for people. */
    static Map<String, Integer> counts(ClusterSnapshot picture, String instance) {
        var counts = new TreeMap<String, Integer>();
        picture.claims().stream()
                .filter(claim -> !claim.free() && instance.equals(claim.owner()))
                .forEach(claim -> counts.merge(kind(claim.name()), 1, Integer::sum));
        return counts;
    }
}
