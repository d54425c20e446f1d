package io.fairlead.billing.invoice;

import io.fairlead.billing.event.LineName;
import io.fairlead.shared.PersonalTexts;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who did what for which project, as it is called while its line is drafted; the event keeps it, so that documents
 * read the same for ever.
 *
 * @param personId who worked or spent, person:<code>; null where nobody did
 * @param person full name; null where nobody did, or none is known
 * @param projectId project:<key>
 * @param project what people call it; null when it is not known
 * @param taskId task of the project; null where it was for none
 * @param task what people call it; null where it was for none, or it is not known
 */
public record WorkNames(
        @Nullable String personId,
        @Nullable String person,
        String projectId,
        @Nullable String project,
        @Nullable String taskId,
        @Nullable String task) {

    /** What a line says where nobody noted anything: the task, else the project. */
    String words() {
        return task != null ? task : project != null ? project : projectId;
    }

    /** Each name once, in the order in which lines need it. */
    static List<LineName> each(Collection<WorkNames> works) {
        var names = new LinkedHashMap<List<String>, LineName>();
        for (var work : works) {
            for (var name : work.names()) {
                names.putIfAbsent(List.of(name.getOfId(), String.valueOf(name.getTaskId())), name);
            }
        }
        return List.copyOf(names.values());
    }

    private List<LineName> names() {
        var names = new ArrayList<LineName>(3);
        if (personId != null && person != null) {
            names.add(LineName.newBuilder()
                    .setOfId(personId)
                    .setPersonName(PersonalTexts.text(personId, person))
                    .build());
        }
        if (project != null) {
            names.add(LineName.newBuilder().setOfId(projectId).setName(project).build());
        }
        if (taskId != null && task != null) {
            names.add(LineName.newBuilder()
                    .setOfId(projectId)
                    .setTaskId(taskId)
                    .setName(task)
                    .build());
        }
        return names;
    }
}
