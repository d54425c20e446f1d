package io.fairlead.gateway.timesheet;

import io.fairlead.gateway.intake.FileRefused;
import io.fairlead.gateway.intake.RawFile;
import io.fairlead.gateway.intake.SettingsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How one tool's export is written: headers, order of dates, separators, zone. Declared once per source, for
 * {@link TimesheetReader}.
 *
 * @param name part of every row's identity: renaming a profile makes all its rows new
 * @param columns which headers carry which meaning, first match counts; upper and lower case are the same
 * @param zone where start and end were written; null where the mapping must say
 * @param dateOrder null where each file has to settle it
 * @param decimal '.' or ','; null where each file settles it
 * @param currency ISO 4217, where the file names none
 * @param skippedTypes values of the type column that are no work
 */
public record Profile(
        String name,
        Map<Column, List<String>> columns,
        char separator,
        Charset encoding,
        @Nullable ZoneId zone,
        @Nullable DateOrder dateOrder,
        @Nullable Character decimal,
        @Nullable String currency,
        Set<String> yes,
        Set<String> no,
        Set<String> skippedTypes) {

    /** Names of the profiles that come with Fairlead. */
    public static final List<String> BUILT_IN = List.of("toggl", "clockify", "harvest");

    private static final Set<String> KEYS = Set.of(
            "name",
            "base",
            "columns",
            "separator",
            "encoding",
            "zone",
            "dateOrder",
            "decimal",
            "currency",
            "yes",
            "no",
            "skippedTypes");

    public Profile {
        columns = Map.copyOf(columns);
        yes = Set.copyOf(yes);
        no = Set.copyOf(no);
        skippedTypes = Set.copyOf(skippedTypes);
    }

    /** A profile that comes with Fairlead; refused where there is none of that name. */
    public static Profile builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new FileRefused(
                    "PROFILE_UNKNOWN",
                    "profile",
                    "there is no profile \"" + name + "\"",
                    "use one of " + String.join(", ", BUILT_IN)
                            + ", or give the path of your own profile file (.json)");
        }
        try (var in = Profile.class.getResourceAsStream("profile-" + name + ".json")) {
            return of(RawFile.read(Objects.requireNonNull(in, name)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A built-in profile by its name, or else a user's own by the path of its file. */
    public static Profile named(String nameOrPath) {
        if (BUILT_IN.contains(nameOrPath) || !nameOrPath.endsWith(".json")) {
            return builtIn(nameOrPath);
        }
        try (var in = Files.newInputStream(Path.of(nameOrPath))) {
            return of(RawFile.read(in));
        } catch (IOException | InvalidPathException unreadable) {
            throw new FileRefused(
                    "PROFILE_UNREADABLE",
                    "profile",
                    "the file \"" + nameOrPath + "\" cannot be read",
                    "check the path, or use one of " + String.join(", ", BUILT_IN));
        }
    }

    /** A user's own profile file (JSON); what it leaves out comes from the profile it names under "base". */
    public static Profile of(RawFile file) {
        var json = SettingsJson.object("profile", file, KEYS);
        var name = json.text("name");
        if (name == null || !name.matches("[A-Za-z0-9._-]{1,40}")) {
            throw json.invalid(
                    "name",
                    "it is missing or no name",
                    "give 1 to 40 letters, digits, dots, dashes or underscores, and never change it");
        }
        var baseName = json.word("base", BUILT_IN);
        var base = baseName == null ? null : builtIn(baseName);
        return new Profile(
                name,
                columns(json, base),
                character(json, "separator", ",;\t|")
                        .or(() -> of(base, Profile::separator))
                        .orElse(','),
                encoding(json).or(() -> of(base, Profile::encoding)).orElse(StandardCharsets.UTF_8),
                zone(json).or(() -> of(base, Profile::zone)).orElse(null),
                Optional.ofNullable(json.word("dateOrder", List.of("YMD", "DMY", "MDY")))
                        .map(DateOrder::valueOf)
                        .or(() -> of(base, Profile::dateOrder))
                        .orElse(null),
                character(json, "decimal", ".,")
                        .or(() -> of(base, Profile::decimal))
                        .orElse(null),
                currency(json).or(() -> of(base, Profile::currency)).orElse(null),
                words(json, "yes", base == null ? Set.of("yes", "true") : base.yes()),
                words(json, "no", base == null ? Set.of("no", "false") : base.no()),
                words(json, "skippedTypes", base == null ? Set.of() : base.skippedTypes()));
    }

    private static <T> Optional<T> of(@Nullable Profile base, java.util.function.Function<Profile, @Nullable T> part) {
        return base == null ? Optional.empty() : Optional.ofNullable(part.apply(base));
    }

    private static Map<Column, List<String>> columns(SettingsJson json, @Nullable Profile base) {
        var columns = new EnumMap<Column, List<String>>(Column.class);
        if (base != null) {
            columns.putAll(base.columns());
        }
        var given = json.inner("columns", Column.keys());
        if (given != null) {
            for (var column : Column.values()) {
                if (given.has(column.key())) {
                    columns.put(column, given.texts(column.key()));
                }
            }
        }
        return columns;
    }

    private static Optional<Character> character(SettingsJson json, String key, String possible) {
        if (!json.has(key)) {
            return Optional.empty();
        }
        var text = json.raw(key);
        if (text.length() != 1 || possible.indexOf(text.charAt(0)) < 0) {
            throw json.invalid(
                    key, "it is not one of " + possible.replace("\t", "\\t"), "write one character in quotes");
        }
        return Optional.of(text.charAt(0));
    }

    private static Optional<Charset> encoding(SettingsJson json) {
        var name = json.text("encoding");
        try {
            return Optional.ofNullable(name).map(Charset::forName);
        } catch (IllegalArgumentException unknown) {
            throw json.invalid("encoding", "\"" + name + "\" is no known encoding", "use UTF-8 or windows-1252");
        }
    }

    static Optional<ZoneId> zone(SettingsJson json) {
        var name = json.text("zone");
        try {
            return Optional.ofNullable(name).map(ZoneId::of);
        } catch (DateTimeException unknown) {
            throw json.invalid("zone", "\"" + name + "\" is no known time zone", "use a name such as Europe/London");
        }
    }

    private static Optional<String> currency(SettingsJson json) {
        var code = json.text("currency");
        if (code != null && !code.matches("[A-Z]{3}")) {
            throw json.invalid("currency", "\"" + code + "\" is no currency code", "use three letters such as EUR");
        }
        return Optional.ofNullable(code);
    }

    private static Set<String> words(SettingsJson json, String key, Set<String> otherwise) {
        return json.has(key)
                ? Set.copyOf(json.texts(key).stream()
                        .map(word -> word.toLowerCase(Locale.ROOT))
                        .toList())
                : otherwise;
    }
}
