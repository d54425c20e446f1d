package io.fairlead.gateway.document;

import io.fairlead.billing.event.InvoiceLinesAdded;
import io.fairlead.document.LineNames;
import io.fairlead.gateway.document.BillDocument.Work;
import io.fairlead.personal.PersonalWords;
import io.fairlead.project.event.ProjectOpened;
import io.fairlead.resource.event.ResourceOnboarded;
import io.fairlead.shared.StreamHistory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who worked on what, as documents name it. Lines of before names were kept begin with an id, person:ana: review, or
 * are the id of their project: they are told by the name with which the person came or the project was opened, which
 * no later event changes.
 */
final class NamedWork {

    private static final Pattern BY_ID = Pattern.compile("(person:\\S+): (.*)", Pattern.DOTALL);
    private static final String PROJECT = "project:";

    private final StreamHistory history;
    private final LineNames names;
    private final Map<String, Optional<String>> known = new HashMap<>();

    NamedWork(StreamHistory history, String invoiceId) {
        this.history = history;
        this.names = LineNames.of(history.all(invoiceId, InvoiceLinesAdded.class));
    }

    /** The text of a line without ids before it. */
    String words(String description) {
        var before = BY_ID.matcher(description);
        var words = before.matches() ? before.group(2) : description;
        return words.startsWith(PROJECT) ? project(words) : words;
    }

    /** Names of the invoice's line. */
    Work of(int lineNo, String description) {
        var before = BY_ID.matcher(description);
        var person = names.person(lineNo);
        return new Work(
                person == null && before.matches() ? person(before.group(1)) : person,
                names.project(lineNo),
                names.task(lineNo));
    }

    private @Nullable String person(String id) {
        return known.computeIfAbsent(id, _ -> history.last(id, ResourceOnboarded.class)
                        .flatMap(event -> Optional.ofNullable(PersonalWords.of(event.getName()))))
                .orElse(null);
    }

    private String project(String words) {
        return known.computeIfAbsent(
                        words, _ -> history.last(words, ProjectOpened.class).map(ProjectOpened::getName))
                .orElse(words);
    }
}
