package io.fairlead.cli.option;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whole numbers of options; one out of range is refused with the range, and not taken for the nearest that makes sense. */
public abstract class Within implements ITypeConverter<Long> {

    private final long min;
    private final long max;

    private Within(long min, long max) {
        this.min = min;
        this.max = max;
    }

    /** Seconds that somebody waits, up to a day. */
    public static final class Day extends Within {
        Day() {
            super(0, 86_400);
        }
    }

    /** A position of the log, or another number that counts from 1. */
    public static final class FromOne extends Within {
        FromOne() {
            super(1, 1_000_000_000_000L);
        }
    }

    @Override
    public Long convert(String text) {
        try {
            long number = Long.parseLong(text.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("%s is no whole number; use %d to %d".formatted(text, min, max));
        }
        throw new TypeConversionException("%s is out of range; use %d to %d".formatted(text, min, max));
    }
}
