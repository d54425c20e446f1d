package io.fairlead.shared;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tax categories of UNCL5305 as EN 16931 uses them. */
public final class TaxCategories {

    /** S standard, Z zero rated, E exempt, AE reverse charge, G export, O outside the scope of tax. */
    public static final Set<String> ALL = Set.of("S", "Z", "E", "AE", "G", "O");

    /** Those whose rows tell why no tax is due (EN 16931 BR-E-10, BR-AE-10, BR-G-10, BR-O-10); Z must not (BR-Z-10). */
    public static final Set<String> WITH_REASON = Set.of("E", "AE", "G", "O");

    /** The only category with a rate above 0. */
    public static final String STANDARD = "S";

    /**
     * Part of the net, 0..1 with at most 6 decimals; 0 unless the category is standard.
     *
     * @throws RuleViolated G-02
     */
    public static BigDecimal requireRate(String category, @Nullable BigDecimal rate) {
        if (rate == null
                || rate.signum() < 0
                || rate.compareTo(BigDecimal.ONE) > 0
                || rate.stripTrailingZeros().scale() > 6) {
            throw new RuleViolated("G-02", "rate", "rate " + rate + " is out of range", "0.19 means 19 %");
        }
        if (!category.equals(STANDARD) && rate.signum() != 0) {
            throw new RuleViolated("G-02", "rate", "category " + category + " has no tax", "use rate 0 or category S");
        }
        return rate.setScale(6);
    }

    private TaxCategories() {}
}
