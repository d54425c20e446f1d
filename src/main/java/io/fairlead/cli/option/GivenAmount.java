package io.fairlead.cli.option;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Amounts of the command line: told with the way to write them, not with a class of the library. */
public final class GivenAmount {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    /**
     * Reads an amount.
     *
     * @throws TypeConversionException when it is none, or is written otherwise than 1234.50
     */
    public static BigDecimal of(String text) {
        if (!FORM.matcher(text).matches()) {
            throw new TypeConversionException("'" + text + "' is no amount; write it like 1234.50");
        }
        return new BigDecimal(text);
    }

    private GivenAmount() {}
}
