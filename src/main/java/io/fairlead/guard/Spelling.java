package io.fairlead.guard;

import io.fairlead.schema.StorableText;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One spelling for each path, and queries that are text. */
final class Spelling {

    /** Escapes that mean the same without: letters, digits, hyphen, dot, underscore. The tilde is escaped by some clients. */
    private static final Pattern NEEDLESS = Pattern.compile("%(?:[46][1-9A-Fa-f]|[57][0-9Aa]|3[0-9]|2[DdEe]|5[Ff])");

    private static final Pattern BROKEN = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Pattern STEPS = Pattern.compile("//|/\\.{1,2}(?:/|$)");

    static Optional<GuardRefusal> refusal(String path, @Nullable String query) {
        if (path.indexOf(';') >= 0
                || path.indexOf('\\') >= 0
                || STEPS.matcher(path).find()
                || NEEDLESS.matcher(path).find()
                || isNoText(path)) {
            return Optional.of(new GuardRefusal(
                    400,
                    "PATH_SPELLING",
                    null,
                    "the path is written in a way that this server does not take",
                    "use the path of /openapi.json, with escapes only where a character needs one"));
        }
        return query == null ? Optional.empty() : refusedParameter(query);
    }

    private static Optional<GuardRefusal> refusedParameter(String query) {
        for (var parameter : query.split("&", -1)) {
            if (parameter.startsWith("=")) { // Tomcat fails at it, wherever somebody asks for any parameter.
                return Optional.of(new GuardRefusal(
                        400,
                        "PARAMETER_INVALID",
                        null,
                        "a parameter has no name",
                        "write name=value, or leave it out"));
            }
            if (isNoText(parameter.replace('+', ' '))) {
                var name = parameter.replaceFirst("=.*", "");
                return Optional.of(new GuardRefusal(
                        400,
                        "PARAMETER_INVALID",
                        isNoText(name) ? null : name,
                        "a parameter is no UTF-8 text, or holds characters that no parameter may have",
                        "leave out control characters and marks that turn the direction of writing; escape UTF-8"));
            }
        }
        return Optional.empty();
    }

    private static boolean isNoText(String escaped) {
        if (BROKEN.matcher(escaped).find()) {
            return true;
        }
        try {
            return StorableText.fault(decoded(escaped)).isPresent();
        } catch (CharacterCodingException noUtf8) {
            return true;
        }
    }

    private static String decoded(String escaped) throws CharacterCodingException {
        if (escaped.indexOf('%') < 0) {
            return escaped;
        }
        var raw = escaped.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(raw.length);
        for (var i = 0; i < raw.length; i++) {
            if (raw[i] == '%') {
                bytes.put((byte) Integer.parseInt(escapeAt(raw, i), 16));
                i += 2;
            } else {
                bytes.put(raw[i]);
            }
        }
        return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    }

    private static String escapeAt(byte[] raw, int percent) {
        return new String(raw, percent + 1, 2, StandardCharsets.US_ASCII);
    }

    private Spelling() {}
}
