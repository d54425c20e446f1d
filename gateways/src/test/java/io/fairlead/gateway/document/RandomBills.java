package io.fairlead.gateway.document;

import io.fairlead.billing.event.DocumentParty;
import io.fairlead.gateway.document.BillDocument.Kind;
import io.fairlead.gateway.document.BillDocument.Line;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.party.TaxEndpoint;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Legal documents out of seeds: each seed another seller, mix of categories, buyer's country and lines. */
final class RandomBills {

    /** Mixes that may stand on one document. */
    private static final List<List<String>> MIXES = List.of(
            List.of("S"),
            List.of("AE"),
            List.of("S", "Z"),
            List.of("G"),
            List.of("S", "E"),
            List.of("O"),
            List.of("Z"),
            List.of("S", "Z", "E"),
            List.of("E"));

    private static final List<String> COUNTRIES = List.of(
            "AD", "AL", "AT", "BA", "BE", "BG", "CH", "CY", "CZ", "DE", "EE", "ES", "FR", "GB", "GR", "HR", "HU", "IE",
            "LI", "LT", "LU", "LV", "MC", "ME", "MK", "MT", "NL", "PL", "PT", "RO", "RS", "SI", "SK", "SM", "TR", "US",
            "VA");

    private static final List<String> PRICES =
            List.of("133.33", "95.00", "0.07", "1234.5678", "61.8", "180.00", "0.00");

    private final Random chance;
    private final int seed;

    private RandomBills(int seed) {
        this.chance = new Random(seed);
        this.seed = seed;
    }

    static BillDocument of(int seed) {
        return new RandomBills(seed).bill();
    }

    private BillDocument bill() {
        var seller = seed % 2 == 0 ? Bills.GMBH : Bills.LTD;
        var categories = MIXES.get(seed / 2 % MIXES.size());
        var lines = new ArrayList<Line>();
        for (int lineNo = 1; lineNo <= 1 + chance.nextInt(7); lineNo++) {
            lines.add(line(lineNo, categories.get(lineNo % categories.size())));
        }
        var kind = chance.nextInt(3) == 0 ? Kind.CREDIT_NOTE : Kind.INVOICE;
        return Bills.of(kind, seller, buyer(), lines);
    }

    private DocumentParty buyer() {
        var country = COUNTRIES.get(seed % COUNTRIES.size());
        var digits = 100_000_000 + chance.nextInt(900_000_000);
        var taxId = country.equals("NL") ? "NL" + digits + "B01" : (country.equals("GR") ? "EL" : country) + digits;
        var endpoint = TaxEndpoint.of(country, taxId).orElseThrow();
        return Bills.buyer("Buyer & Söhne <" + seed + ">", country, taxId, endpoint.scheme(), endpoint.id());
    }

    private Line line(int lineNo, String category) {
        return switch (chance.nextInt(6)) {
            case 0 ->
                Bills.agreed(
                        lineNo, BigDecimal.valueOf(chance.nextInt(9_000_000), 2).toPlainString(), category);
            case 1 -> Bills.agreed(lineNo, "-" + chance.nextInt(90) + ".25", category);
            case 2 -> Bills.time(lineNo, 60 * (1 + chance.nextInt(600)), price(), 28_800, category);
            case 3 -> Bills.time(lineNo, 900 * (1 + chance.nextInt(60)), price(), 3_600, category);
            case 4 -> adjusted(Bills.time(lineNo, 1 + chance.nextInt(86_400), price(), 3_600, category));
            default -> Bills.time(lineNo, 1 + chance.nextInt(86_400), price(), 3_600, category);
        };
    }

    private String price() {
        return PRICES.get(chance.nextInt(PRICES.size()));
    }

    /** A reviewer wrote the amount up, by a cent or by much. */
    private Line adjusted(Line line) {
        var more = BigDecimal.valueOf(chance.nextBoolean() ? 1 : chance.nextInt(5_000), 2);
        return new Line(
                line.lineNo(),
                line.description(),
                line.from(),
                line.to(),
                line.seconds(),
                line.price(),
                line.secondsPerUnit(),
                line.net().add(more).setScale(2, RoundingMode.UNNECESSARY),
                line.taxes(),
                line.to(),
                Work.UNNAMED);
    }
}
