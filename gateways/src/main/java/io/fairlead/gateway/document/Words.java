package io.fairlead.gateway.document;

import io.fairlead.party.DocumentLanguage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * A document's language: its phrases, and figures and days as its readers write them, whatever the machine's language.
 * What belongs together, such as an amount and its unit, is held by blanks that never break.
 */
final class Words {

    /** A blank at which no line ends. */
    static final String JOINED = "\u00a0";

    private static final int HOUR_S = 3_600;
    private static final int MINUTE_S = 60;

    private static final Map<DocumentLanguage, Words> ALL = new EnumMap<>(DocumentLanguage.class);

    static {
        for (var language : DocumentLanguage.values()) {
            ALL.put(language, new Words(texts(language)));
        }
    }

    private final Properties texts;
    private final PrintedFigures figures;
    private final DateTimeFormatter days;

    private Words(Properties texts) {
        this.texts = texts;
        this.figures = new PrintedFigures(texts.getProperty("figures.decimal"), texts.getProperty("figures.group"));
        this.days = DateTimeFormatter.ofPattern(texts.getProperty("figures.day"), Locale.ROOT);
    }

    static Words of(DocumentLanguage language) {
        return Objects.requireNonNull(ALL.get(language));
    }

    /** The file of a language as it is. */
    static Properties texts(DocumentLanguage language) {
        var file = "words_" + language.code() + ".properties";
        try (var bytes = Objects.requireNonNull(Words.class.getResourceAsStream(file), file)) {
            var texts = new Properties();
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException broken) {
            throw new IllegalStateException(file + " cannot be read", broken);
        }
    }

    /** The phrase with its values in their order. */
    String of(Phrase phrase, Object... values) {
        var text = Objects.requireNonNull(texts.getProperty(phrase.key()), phrase.key());
        return values.length == 0 ? text : String.format(Locale.ROOT, text, values);
    }

    PrintedFigures figures() {
        return figures;
    }

    String day(LocalDate day) {
        return days.format(day);
    }

    /** A day, or the first and the last one. */
    String days(LocalDate from, LocalDate to) {
        return from.equals(to)
                ? day(from)
                : of(Phrase.PERIOD, day(from), day(to)).replace(" ", JOINED);
    }

    /** Time to the second, 1:35:19 h; without seconds where there are none. */
    String clock(int seconds) {
        if (seconds < 0) {
            return "-" + clock(-seconds);
        }
        var minutes = String.format(Locale.ROOT, "%d:%02d", seconds / HOUR_S, seconds % HOUR_S / MINUTE_S);
        var rest = seconds % MINUTE_S;
        return minutes + (rest == 0 ? "" : String.format(Locale.ROOT, ":%02d", rest)) + JOINED + of(Phrase.HOURS);
    }

    /** One unit of UN/ECE recommendation 20; empty where it has no name to print. */
    private String unit(String unit) {
        return switch (unit) {
            case "HUR" -> of(Phrase.HOURS);
            case "DAY" -> of(Phrase.DAY);
            default -> "";
        };
    }

    /** A quantity with its unit. */
    String quantity(BigDecimal quantity, String unit) {
        var name = unit.equals("DAY") ? of(Phrase.DAYS) : unit(unit);
        return figures.quantity(quantity) + (name.isEmpty() ? "" : JOINED + name);
    }

    /** A price with the unit that it is for. */
    String price(BigDecimal price, String unit) {
        var name = unit(unit);
        return figures.price(price) + (name.isEmpty() ? "" : JOINED + "/" + JOINED + name);
    }

    /** A line's quantity for people: hours as a clock has them, as all time of a document; else a figure. */
    String read(PrintedQuantity printed, BillDocument.Line line) {
        var seconds = line.seconds();
        return seconds == null || !printed.unit().equals("HUR")
                ? quantity(printed.quantity(), printed.unit())
                : clock(printed.quantity().signum() < 0 ? -seconds : seconds);
    }

    /** What {@link #read} does not tell: hours in decimals where only those give the amount, else as {@link #untold}. */
    String unread(PrintedQuantity printed) {
        if (!printed.unit().equals("HUR")) {
            return untold(printed);
        }
        return printed.isOff() ? of(Phrase.RECKONED_AS, quantity(printed.quantity(), printed.unit())) : "";
    }

    /** What a line's quantity does not tell of its time: the time to the second, or that with its price; else empty. */
    String untold(PrintedQuantity printed) {
        var time = printed.time();
        if (time == null) {
            return "";
        }
        var clock = clock(time.seconds());
        return printed.isWhole()
                ? of(Phrase.TIME_AT_PRICE, clock, figures.price(time.price()), unit(time.unit()))
                        .replace(" ", JOINED)
                : clock;
    }
}
