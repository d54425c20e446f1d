package io.fairlead.cli.option;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.TypeConversionException;

/** Days of the command line: told with the way to write them, not with a class of the library. */
public final class GivenDay {

    /**
     * Reads a day.
     *
     * @throws TypeConversionException when there is no such day, or it is written otherwise than 2026-03-31
     */
    public static LocalDate of(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new TypeConversionException("'" + text + "' is no day; write it like 2026-03-31");
        }
    }

    private GivenDay() {}
}
