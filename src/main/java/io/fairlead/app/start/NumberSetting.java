package io.fairlead.app.start;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Whole numbers that are set from outside, each within a range. */
public final class NumberSetting {

    /**
     * The number that a setting names.
     *
     * @param settings values by name, null or blank where none is given
     * @param otherwise where none is given
     * @throws SettingRefused when it is no whole number from {@code min} to {@code max}
     */
    public static int of(UnaryOperator<@Nullable String> settings, String name, int otherwise, int min, int max) {
        var text = Objects.requireNonNullElse(settings.apply(name), "").strip();
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException _) {
            // Told below, as one out of range.
        }
        throw new SettingRefused(
                name,
                "\"%s\" is no whole number from %d to %d".formatted(text, min, max),
                "Give one, or leave it out for %d.".formatted(otherwise));
    }

    private NumberSetting() {}
}
