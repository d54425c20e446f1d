package io.fairlead.billing.view;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Days of a row of tax as its column keeps them: comma separated, empty for all. */
final class TaxDays {

    static String text(List<LocalDate> days) {
        return days.stream().map(LocalDate::toString).collect(Collectors.joining(","));
    }

    static List<LocalDate> of(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(LocalDate::parse).toList();
    }

    private TaxDays() {}
}
