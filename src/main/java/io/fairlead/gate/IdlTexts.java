package io.fairlead.gate;

import io.fairlead.cli.CommandFailed;
import io.fairlead.cli.ExitCode;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.idl.IdlReader;

/**
 * Reads contracts from texts of Avro IDL, wherever these come from. What was read once is kept, so that many versions of the same
 * files cost little more than what differs. For one thread.
 */
public final class IdlTexts {

    /** Texts of a checkout end so. */
    public static final String SUFFIX = ".avdl";

    /** An import of another text. Those are read before, so Avro's reader, which would look for a file, is not shown it. */
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import\\s+idl\\s+\"([^\"]+)\"\\s*;");

    private static final Pattern EXCEPTION = Pattern.compile("(?:[a-z]\\w*\\.)+[A-Z]\\w*(?:Exception|Error): ");

    private final Map<List<String>, Map<String, Schema>> known = new HashMap<>();

    /**
     * The contracts of IDL texts.
     *
     * @param origin where they come from, for people
     * @param texts by file name, by which they import each other
     * @throws CommandFailed when a text is no IDL, naming file, line and column, or imports one that is not there
     */
    public Contracts read(String origin, Map<String, String> texts) {
        var records = new TreeMap<String, Schema>();
        for (var file : texts.keySet()) {
            var closure = new LinkedHashMap<String, String>();
            gather(origin, file, texts, closure);
            var parsed = known.get(List.copyOf(closure.values()));
            if (parsed == null) {
                parsed = parse(origin, closure);
                known.put(List.copyOf(closure.values()), parsed);
            }
            records.putAll(parsed);
        }
        return new Contracts(origin, records);
    }

    /** The text itself behind all that it imports, each once. */
    private static void gather(String origin, String file, Map<String, String> texts, Map<String, String> into) {
        var text = texts.get(file);
        if (text == null) {
            throw new CommandFailed(ExitCode.FAILED, "%s: %s is imported and missing".formatted(origin, file));
        }
        if (into.containsKey(file)) {
            return;
        }
        into.put(file, text);
        for (var imported : IMPORT.matcher(text).results().toList()) {
            gather(origin, imported.group(1), texts, into);
        }
        into.remove(file);
        into.put(file, text);
    }

    private static Map<String, Schema> parse(String origin, Map<String, String> closure) {
        var reader = new IdlReader();
        var records = new HashMap<String, Schema>();
        closure.forEach((file, text) -> {
            // Blanks instead of an import, so that a message names the right place.
            var alone = IMPORT.matcher(text).replaceAll(found -> found.group().replaceAll("\\S", " "));
            try {
                reader.parse(URI.create("memory:/" + file), alone)
                        .getNamedSchemas()
                        .forEach((name, schema) -> {
                            if (schema.getType() == Schema.Type.RECORD) {
                                records.put(name, schema);
                            }
                        });
            } catch (IOException | AvroRuntimeException e) {
                throw new CommandFailed(ExitCode.FAILED, "%s: %s is no Avro IDL: %s".formatted(origin, file, words(e)));
            }
        });
        return records;
    }

    /** What Avro says, without the names of classes that it puts before the words of a cause. */
    private static String words(Exception fault) {
        return EXCEPTION.matcher(String.valueOf(fault.getMessage())).replaceAll("");
    }
}
