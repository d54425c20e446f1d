package io.fairlead.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;

/** Half a year of time of the sample firm: any number of entries, each made from the seed and its own number alone. */
final class SampleTime {

    static final LocalDate UNFINISHED_FROM = LocalDate.of(2026, 6, 1);

    private static final int WITHOUT_RATE_MAX = 12;

    private final SampleFirm firm;
    private final int size;
    private final Map<Integer, List<Engagement>> engagements = new HashMap<>();
    private final Map<Company, List<LocalDate>> workdays = new HashMap<>();

    SampleTime(SampleFirm firm, int size) {
        this.firm = firm;
        this.size = size;
        Company.ALL.forEach(company -> workdays.put(company, company.workdays()));
        for (var person : firm.people()) {
            engagements.put(
                    person.index(),
                    firm.engagements().stream()
                            .filter(one -> one.team().contains(person))
                            .toList());
        }
    }

    /** How far an entry gets. */
    enum Fate {
        RECORDED,
        SUBMITTED,
        APPROVED
    }

    /** One entry. */
    record Entry(
            String id,
            Consultant person,
            Engagement engagement,
            String task,
            LocalDate day,
            int seconds,
            String note,
            Fate fate) {

        boolean isBillable() {
            return !task.equals(FirmData.INTERNAL);
        }

        BigDecimal cost() {
            return person.cost(day, engagement.currency())
                    .multiply(BigDecimal.valueOf(seconds))
                    .divide(BigDecimal.valueOf(3_600), 2, RoundingMode.HALF_UP);
        }
    }

    int size() {
        return size;
    }

    /** How many entries a person has. */
    int count(Consultant person) {
        var people = firm.people().size();
        return size / people + (person.index() < size % people ? 1 : 0);
    }

    /** A person's entries from one number to before another. */
    List<Entry> entries(Consultant person, int from, int to) {
        var entries = new ArrayList<Entry>(to - from);
        for (var slot = from; slot < to; slot++) {
            entries.add(entry(person, slot));
        }
        return entries;
    }

    private Entry entry(Consultant person, int slot) {
        var name = "time" + person.index() + "/" + slot;
        var chance = firm.chance(name);
        var days = Objects.requireNonNull(workdays.get(person.company()));
        var day = days.get((int) ((long) slot * days.size() / count(person)));
        var engagement = engagement(person, slot, chance);
        var dice = chance.nextInt(100);
        var task = dice < 55 ? "delivery" : dice < 90 ? "design" : FirmData.INTERNAL;
        var fate = chance.nextInt(100);
        return new Entry(
                UUID.nameUUIDFromBytes((firm.seed() + "/" + name).getBytes(StandardCharsets.UTF_8))
                        .toString(),
                person,
                engagement,
                task,
                day,
                60 * chance.nextInt(20, 240) + (chance.nextInt(4) == 0 ? chance.nextInt(60) : 0),
                "%s on %s".formatted(task, engagement.name()),
                day.isBefore(UNFINISHED_FROM) || fate > 3 ? Fate.APPROVED : fate < 2 ? Fate.RECORDED : Fate.SUBMITTED);
    }

    private Engagement engagement(Consultant person, int slot, SplittableRandom chance) {
        var all = Objects.requireNonNull(engagements.get(person.index()));
        var chosen = all.get(chance.nextInt(all.size()));
        if (slot >= WITHOUT_RATE_MAX * all.size() && lacksRate(person, chosen)) {
            return all.stream().filter(one -> one != chosen).findFirst().orElseThrow();
        }
        return chosen;
    }

    /** Whether nobody agreed a price for this person's role there. */
    boolean lacksRate(Consultant person, Engagement engagement) {
        return person.role().equals(Consultant.RESEARCHER) && engagement == firm.withoutRate();
    }

    /**
     * What all entries come to, told apart from what the application computes.
     *
     * @param approvedUnpriced approved, but nothing prices them
     * @param priced all with a price, free ones too
     * @param free priced with 0
     * @param withoutRate those unpriced ones that should have a price
     * @param cost of approved time by currency
     */
    record Expected(
            int recorded,
            int submitted,
            int approvedUnpriced,
            int priced,
            int free,
            int withoutRate,
            Map<String, BigDecimal> cost) {}

    Expected expected() {
        var recorded = 0;
        var submitted = 0;
        var unpriced = 0;
        var priced = 0;
        var free = 0;
        var withoutRate = 0;
        var cost = new HashMap<String, BigDecimal>();
        for (var person : firm.people()) {
            for (var entry : entries(person, 0, count(person))) {
                if (entry.fate() != Fate.APPROVED) {
                    recorded += entry.fate() == Fate.RECORDED ? 1 : 0;
                    submitted += entry.fate() == Fate.SUBMITTED ? 1 : 0;
                    continue;
                }
                cost.merge(entry.engagement().currency(), entry.cost(), BigDecimal::add);
                var eligible = entry.isBillable() && entry.engagement().billsTime();
                var lacks = eligible && lacksRate(person, entry.engagement());
                withoutRate += lacks ? 1 : 0;
                if (eligible && !lacks) {
                    priced++;
                    free += FirmRates.isFree(entry.engagement(), person.role()) ? 1 : 0;
                } else {
                    unpriced++;
                }
            }
        }
        return new Expected(recorded, submitted, unpriced, priced, free, withoutRate, cost);
    }
}
