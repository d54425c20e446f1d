package io.fairlead.simulation;

/**
 * How rough the world of a history is; each is "once in so many", 0 means never.
 *
 * @param interleaving others act between two commands of a reaction
 * @param crash a reaction dies before or after one of its commands and is repeated from its beginning
 * @param repeat a reaction that succeeded is repeated, from an earlier event of its stream on
 * @param twice a command that was accepted is given again, since its answer was lost
 * @param forget the store no longer knows the key of a command, so that the aggregate must know the repeat itself
 */
record Faults(int interleaving, int crash, int repeat, int twice, int forget) {

    static final Faults NONE = new Faults(0, 0, 0, 0, 0);

    static Faults of(Chance chance) {
        return chance.oneIn(10)
                ? NONE
                : new Faults(
                        chance.between(2, 12),
                        chance.between(8, 60),
                        chance.between(3, 20),
                        chance.between(2, 20),
                        chance.between(0, 4));
    }
}
