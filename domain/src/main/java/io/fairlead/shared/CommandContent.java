package io.fairlead.shared;

import io.fairlead.schema.StorableText;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What no command may carry, whichever door it comes through: text that cannot be stored and shown, text of which
 * nothing is seen, days that nobody means, and days of what {@link Happened} that are far ahead. Looks into everything
 * that a command is made of, so that a new field cannot be forgotten; what a field means is checked by the command itself.
 */
public final class CommandContent {

    /** A part of a record, by its name in requests, and how to read it. */
    private record Part(String name, Method accessor, boolean isOfFact) {}

    /**
     * The record that is looked into, as a field of those above it; written out for who is refused only.
     *
     * @param within null for a field of the command
     */
    private record Place(@Nullable Place within, String name) {

        static String path(@Nullable Place within, String name) {
            return within == null ? name : path(within.within, within.name) + "." + name;
        }
    }

    private static final ClassValue<List<Part>> PARTS = new ClassValue<>() {
        @Override
        protected List<Part> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(component -> mayHold(component.getType()))
                    .map(CommandContent::part)
                    .toList();
        }
    };

    private final LocalDate lastOfFacts;

    private CommandContent(LocalDate lastOfFacts) {
        this.lastOfFacts = lastOfFacts;
    }

    /**
     * Refuses a command that carries what cannot be kept.
     *
     * @param command a record, its parts records, texts, days, lists and maps of such
     * @param today from the caller's clock
     * @throws RuleViolated G-02, or G-04 of a day too far ahead, with the path of the field
     */
    public static void require(Object command, LocalDate today) {
        if (command instanceof Record made) {
            new CommandContent(today.plusYears(1)).requireParts(null, made);
        }
    }

    private void requireParts(@Nullable Place at, Record made) {
        for (var part : PARTS.get(made.getClass())) {
            var value = read(part, made);
            require(at, part.name(), value);
            if (part.isOfFact() && value instanceof LocalDate day) {
                requireNotAhead(at, part.name(), day);
            }
        }
    }

    private void requireNotAhead(@Nullable Place within, String name, LocalDate day) {
        if (day.isAfter(lastOfFacts)) {
            var path = Place.path(within, name);
            throw new RuleViolated(
                    "G-04",
                    path,
                    path + " " + day + " is more than a year ahead of today",
                    "use a day up to " + lastOfFacts);
        }
    }

    private void require(@Nullable Place within, String name, @Nullable Object value) {
        switch (value) {
            case String text -> requireText(within, name, text);
            case LocalDate day -> Check.day(Place.path(within, name), day);
            case Record made -> requireParts(new Place(within, name), made);
            case Map<?, ?> all ->
                all.forEach((key, each) -> {
                    require(within, name, key);
                    require(within, name, each);
                });
            case Iterable<?> all -> {
                var at = 0;
                for (var each : all) {
                    require(within, name + "[" + at++ + "]", each);
                }
            }
            case Optional<?> maybe -> maybe.ifPresent(each -> require(within, name, each));
            case null, default -> {
                // Numbers, words of enums and other values that are right by their type.
            }
        }
    }

    /**
     * Whether nothing at all, or blanks, may stand there is for the field itself to say; a name that only looks so
     * may nowhere.
     */
    private static void requireText(@Nullable Place within, String name, String text) {
        StorableText.faultOfLines(text).ifPresent(fault -> {
            var path = Place.path(within, name);
            throw new RuleViolated("G-02", path, path + " " + fault, "leave that character out");
        });
        if (!StorableText.isVisible(text) && !text.isBlank()) {
            var path = Place.path(within, name);
            throw new RuleViolated("G-02", path, path + " has no visible character", "give at least one that is seen");
        }
    }

    private static boolean mayHold(Class<?> type) {
        return !type.isPrimitive() && !type.isEnum() && !Number.class.isAssignableFrom(type);
    }

    private static Part part(RecordComponent component) {
        var accessor = component.getAccessor();
        accessor.setAccessible(true);
        var fact = component.getAnnotation(Happened.class);
        var name = fact == null || fact.value().isEmpty() ? component.getName() : fact.value();
        return new Part(name, accessor, fact != null);
    }

    private static @Nullable Object read(Part part, Record made) {
        try {
            return part.accessor().invoke(made);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + part.name() + " of " + made.getClass(), e);
        }
    }
}
