package io.fairlead.document;

import io.fairlead.billing.event.InvoiceLine;
import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.billing.event.LineName;
import io.fairlead.personal.PersonalWords;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who worked on what, by the names that the lines of an invoice had when they were drafted; for all who show lines to people. */
public final class LineNames {

    private final Map<Integer, InvoiceLine> lines = new HashMap<>();
    private final Map<List<String>, LineName> names = new HashMap<>();

    private LineNames(Collection<InvoiceLinesAdded> drafted) {
        for (var event : drafted) {
            event.getLines().forEach(line -> lines.put(line.getLineNo(), line));
            event.getNames().forEach(name -> names.put(key(name.getOfId(), name.getTaskId()), name));
        }
    }

    /** Of an invoice's lines, all of them or those of one event. */
    public static LineNames of(Collection<InvoiceLinesAdded> drafted) {
        return new LineNames(drafted);
    }

    /** Who worked or spent; null where nobody did, or the line is of before names were kept, or the name is encrypted. */
    public @Nullable String person(int lineNo) {
        var line = lines.get(lineNo);
        var name = line == null || line.getPersonId() == null ? null : names.get(key(line.getPersonId(), null));
        return name == null ? null : PersonalWords.of(name.getPersonName());
    }

    /** The project; null where the line is of before names were kept. */
    public @Nullable String project(int lineNo) {
        var line = lines.get(lineNo);
        var name = line == null ? null : names.get(key(line.getProjectId(), null));
        return name == null ? null : name.getName();
    }

    /** The task; null where it was for none, or the line is of before names were kept. */
    public @Nullable String task(int lineNo) {
        var line = lines.get(lineNo);
        var name =
                line == null || line.getTaskId() == null ? null : names.get(key(line.getProjectId(), line.getTaskId()));
        return name == null ? null : name.getName();
    }

    /** The text of a line, or of a credit of it, with who it is about: Ana Ruiz: design review. */
    public String described(int lineNo, String description) {
        var person = person(lineNo);
        return person == null ? description : person + ": " + description;
    }

    private static List<String> key(String ofId, @Nullable String taskId) {
        return taskId == null ? List.of(ofId) : List.of(ofId, taskId);
    }
}
