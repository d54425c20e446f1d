package io.fairlead.revenue.view;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contract lines of an obligation, as a column holds them: 1,3. For whoever reads that table. */
public final class LineNumbers {

    static String text(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** From the column, in order. */
    public static List<Integer> of(String column) {
        return Stream.of(column.split(",", -1)).map(Integer::valueOf).toList();
    }

    private LineNumbers() {}
}
