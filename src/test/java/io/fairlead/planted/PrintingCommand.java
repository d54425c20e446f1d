package io.fairlead.planted;

import java.util.stream.Stream;

/** A command that prints past what escapes its text; planted for the house's checks. */
public final class PrintingCommand {

    /** Twice. */
    public void print(String text) {
        System.out.println(text);
        Stream.of(text).forEach(System.err::println);
    }
}
