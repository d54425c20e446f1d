package io.fairlead.party;

import io.fairlead.shared.Check;
import io.fairlead.shared.RuleViolated;
import java.math.BigInteger;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A bank account.
 *
 * @param iban ISO 13616, kept without blanks; its check digits are checked
 * @param bic ISO 9362, 8 or 11 characters; null when not told
 */
public record BankAccount(String iban, @Nullable String bic) {

    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}\\d{2}[A-Z0-9]{11,30}");
    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    public BankAccount {
        iban = Check.text("iban", iban, 50).replace(" ", "").toUpperCase(Locale.ROOT);
        if (!IBAN.matcher(iban).matches() || !checksUp(iban)) {
            throw new RuleViolated("G-02", "iban", "'" + iban + "' is no IBAN", "check its digits");
        }
        if (bic != null && !BIC.matcher(bic).matches()) {
            throw new RuleViolated("G-02", "bic", "'" + bic + "' is no BIC", "use 8 or 11 letters and digits");
        }
    }

    /** ISO 13616: country and check digits moved to the end, letters read as 10 to 35, the rest of the division by 97 is 1. */
    private static boolean checksUp(String iban) {
        var digits = (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .mapToObj(sign -> Integer.toString(Character.digit(sign, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(MODULUS).equals(BigInteger.ONE);
    }
}
