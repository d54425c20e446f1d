package io.fairlead.launch.log;

import ch.qos.logback.classic.pattern.TargetLengthBasedClassNameAbbreviator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.LayoutBase;
import io.fairlead.schema.ShownText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One line for each event: UTC time, level, logger, message; then, indented, the stack of its failure, once per cause and minute.
 * Logback escapes no controls, and replacing them in what it wrote would take its own ends of lines as well.
 */
public final class LineLayout extends LayoutBase<ILoggingEvent> {

    static final int MESSAGE_LENGTH_MAX = 2_000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int LOGGER_LENGTH = 30;

    /** Tells why the application does not start, before anybody called it: several lines, which the launcher reads. */
    private static final String START = "org.springframework.boot.diagnostics.";

    private final TargetLengthBasedClassNameAbbreviator names =
            new TargetLengthBasedClassNameAbbreviator(LOGGER_LENGTH);
    private final RepeatedStacks stacks = new RepeatedStacks();

    @Override
    public String doLayout(ILoggingEvent event) {
        var line = new StringBuilder(160)
                .append(TIME.format(Instant.ofEpochMilli(event.getTimeStamp())))
                .append(' ')
                .append(event.getLevel())
                .append(" ".repeat(Math.max(1, 6 - event.getLevel().toString().length())))
                .append(names.abbreviate(event.getLoggerName()))
                .append(' ')
                .append(shown(event.getLoggerName(), String.valueOf(event.getFormattedMessage())))
                .append('\n');
        var failure = event.getThrowableProxy();
        if (failure != null) {
            stacks.append(line, failure, event.getTimeStamp());
        }
        return line.toString();
    }

    private static String shown(String logger, String message) {
        if (logger.startsWith(START)) {
            return ShownText.ofLines(message);
        }
        return ShownText.of(
                message.length() <= MESSAGE_LENGTH_MAX ? message : message.substring(0, MESSAGE_LENGTH_MAX) + "...");
    }
}
