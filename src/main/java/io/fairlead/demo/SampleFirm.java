package io.fairlead.demo;

import io.fairlead.demo.Engagement.Kind;
import io.fairlead.demo.Engagement.Milestone;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A professional-services firm made up from a seed: the same seed is the same firm, to the byte. */
final class SampleFirm {

    private static final List<String> NAMES = List.of(
            "Adler", "Brandt", "Conrad", "Dorn", "Ehlers", "Falk", "Gerber", "Hansen", "Iversen", "Jansen", "Keller",
            "Lorenz", "Marten", "Nolte", "Osten", "Peters", "Quast", "Ritter", "Sander", "Thiel");
    private static final List<String> FIRST_NAMES = List.of(
            "Amy", "Ben", "Carla", "David", "Elena", "Felix", "Grace", "Henry", "Ines", "Jonas", "Kira", "Liam", "Mona");
    private static final List<String> TRADES = List.of(
            "Logistics", "Energy", "Foods", "Insurance", "Robotics", "Health", "Paper", "Rail", "Optics", "Retail");
    private static final List<String> PLACES = List.of(
            "Aurora", "Birch", "Cedar", "Delta", "Ember", "Fjord", "Granite", "Harbour", "Indigo", "Juniper");
    private static final List<String> WORK = List.of(
            "Data platform", "ERP rollout", "Process review", "Cloud migration", "Reporting", "Payroll move",
            "Security audit", "Shop relaunch");
    private static final int TEAM = 5;

    private final long seed;
    private final List<Consultant> people = new ArrayList<>();
    private final List<Buyer> buyers = new ArrayList<>();
    private final List<Engagement> engagements = new ArrayList<>();

    SampleFirm(long seed) {
        this.seed = seed;
        for (var company : Company.ALL) {
            hire(company);
            meet(company);
            win(company);
        }
    }

    long seed() {
        return seed;
    }

    List<Consultant> people() {
        return people;
    }

    List<Buyer> buyers() {
        return buyers;
    }

    List<Engagement> engagements() {
        return engagements;
    }

    /** The contract on which one role has no rate. */
    Engagement withoutRate() {
        return engagements.stream()
                .filter(Engagement::billsTime)
                .filter(one -> one.team().stream().anyMatch(person -> person.role().equals(Consultant.RESEARCHER)))
                .findFirst()
                .orElseThrow();
    }

    /** Chance that depends on the seed and the words alone, not on what was asked before. */
    SplittableRandom chance(String words) {
        var mixed = seed * 0x9E37_79B9_7F4A_7C15L;
        for (var i = 0; i < words.length(); i++) {
            mixed = mixed * 31 + words.charAt(i);
        }
        return new SplittableRandom(mixed);
    }

    private void hire(Company company) {
        for (var place = 0; place < company.people(); place++) {
            var index = people.size();
            var chance = chance("person" + index);
            var role = role(company, place);
            var first = FIRST_NAMES.get(chance.nextInt(FIRST_NAMES.size()));
            var last = NAMES.get(chance.nextInt(NAMES.size()));
            people.add(new Consultant(
                    index,
                    place,
                    "%s.%s.%02d".formatted(first, last, index + 1).toLowerCase(java.util.Locale.ROOT),
                    first + " " + last,
                    company,
                    role,
                    "",
                    cost(company, role, chance)));
        }
        var mine = people.stream().filter(person -> person.company() == company).toList();
        for (var person : mine) {
            people.set(
                    person.index(),
                    new Consultant(
                            person.index(),
                            person.place(),
                            person.code(),
                            person.name(),
                            company,
                            person.role(),
                            approver(mine, person),
                            person.hourlyCost()));
        }
    }

    private static String role(Company company, int place) {
        if (company.currency().equals("USD") && place == company.people() - 1) {
            return Consultant.RESEARCHER;
        }
        return switch (place % 9) {
            case 0 -> "partner";
            case 1 -> "lead";
            case 2, 3 -> "senior-consultant";
            case 4, 5, 6, 7 -> "consultant";
            default -> "analyst";
        };
    }

    private static String approver(List<Consultant> colleagues, Consultant person) {
        return switch (person.role()) {
            case "partner" -> "pmo";
            case "lead" -> colleagues.getFirst().code();
            default -> colleagues.get(person.place() / 9 * 9 + 1).code();
        };
    }

    private static BigDecimal cost(Company company, String role, SplittableRandom chance) {
        var base =
                switch (role) {
                    case "partner" -> 11_200;
                    case "lead" -> 8_150;
                    case "senior-consultant" -> 6_480;
                    case "consultant" -> 5_125;
                    case Consultant.RESEARCHER -> 6_000;
                    default -> 3_990;
                };
        return BigDecimal.valueOf((long) (base + chance.nextInt(-300, 301)) * company.level() / 100, 2);
    }

    private void meet(Company company) {
        for (var place = 0; place < company.customers(); place++) {
            var number = buyers.size() + 1;
            var chance = chance("customer" + number);
            var name = PLACES.get((number * 3 + place) % PLACES.size()) + " " + TRADES.get(chance.nextInt(TRADES.size()));
            var last = place == company.customers() - 1;
            buyers.add(new Buyer(
                    "cust-%02d".formatted(number),
                    name + " " + number,
                    company,
                    country(company, place),
                    company.country().equals("US") ? "Boston" : company.country().equals("GB") ? "Leeds" : "Hamburg",
                    "0018d00000Cust%02dAAA".formatted(number),
                    last && company.country().equals("DE") ? null : taxCategory(company, place),
                    last && company.country().equals("US") ? null : company.code(),
                    company.country().equals("GB") && place <= 1));
        }
    }

    private static String country(Company company, int place) {
        return company.country().equals("DE") && place == 2 ? "FR" : company.country();
    }

    private static String taxCategory(Company company, int place) {
        return switch (company.country()) {
            case "DE" -> place == 2 ? "AE" : place == 4 ? "E" : "S";
            case "US" -> place % 3 == 0 ? "S" : "O";
            default -> place == 4 ? "Z" : "S";
        };
    }

    private void win(Company company) {
        var customers = buyers.stream().filter(buyer -> buyer.company() == company).toList();
        var colleagues =
                people.stream().filter(person -> person.company() == company).toList();
        // The last customer of the first two companies lacks something that a contract needs.
        var usable = company.country().equals("GB") ? customers : customers.subList(0, customers.size() - 1);
        for (var place = 0; place < company.engagements(); place++) {
            var number = engagements.size() + 1;
            var chance = chance("engagement" + number);
            var buyer = usable.get(place % usable.size());
            var team = new ArrayList<Consultant>();
            for (var i = 0; i < TEAM; i++) {
                team.add(colleagues.get((place * 3 + i) % colleagues.size()));
            }
            var kind = place % 5 == 3 ? Kind.MILESTONES : place % 6 == 4 ? Kind.MIXED : Kind.TIME;
            var key = "eng-%02d".formatted(number);
            var milestones = milestones(key, kind, chance);
            var amount = kind == Kind.MILESTONES
                    ? milestones.stream().map(Milestone::amount).reduce(BigDecimal.ZERO, BigDecimal::add)
                    : chance.nextInt(3) == 0 ? null : BigDecimal.valueOf(chance.nextLong(120, 600) * 1_000);
            engagements.add(new Engagement(
                    key,
                    place,
                    WORK.get(chance.nextInt(WORK.size())) + " " + buyer.name(),
                    company,
                    buyer,
                    company.country().equals("GB") && place == 2 ? "EUR" : company.currency(),
                    kind,
                    amount,
                    LocalDate.of(2025, 10, 1).plusDays(chance.nextInt(85)),
                    kind == Kind.MIXED || place % 9 == 7,
                    buyer.poRequired() && place != 0 ? "PO-%05d".formatted(chance.nextInt(100_000)) : null,
                    milestones,
                    List.copyOf(team)));
        }
    }

    private static List<Milestone> milestones(String key, Kind kind, SplittableRandom chance) {
        var milestones = new ArrayList<Milestone>();
        var count = kind == Kind.TIME ? 0 : kind == Kind.MIXED ? 2 : 4;
        for (var i = 0; i < count; i++) {
            var due = LocalDate.of(2026, 2, 10).plusDays(i * 45L + chance.nextInt(20));
            var reached = due.plusDays(chance.nextInt(-5, 10));
            var accepted = reached.plusDays(chance.nextInt(1, 12));
            var end = LocalDate.of(2026, 6, 30);
            milestones.add(new Milestone(
                    "M" + (i + 1),
                    kind == Kind.MIXED ? 2 : i + 1,
                    List.of("Concept", "Pilot", "Go-live", "Handover").get(i) + " of " + key,
                    BigDecimal.valueOf(chance.nextLong(8, 60) * 1_000_00 + chance.nextInt(100), 2),
                    due,
                    reached.isAfter(end) ? null : reached,
                    accepted.isAfter(end) ? null : accepted));
        }
        return milestones;
    }
}
