package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
import io.fairlead.shared.NameUuid;
import io.fairlead.shared.StreamKey;
import io.fairlead.shared.TimeClasses;
import io.fairlead.time.RecordTime;
import io.fairlead.time.TimeEntryId;
import io.fairlead.time.TimeTarget;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Completes worked time by what its project and task say. */
@Component
class TimeRecorder {

    private static final String SOURCE = "api";

    private final MasterDataReader known;

    TimeRecorder(MasterDataReader known) {
        this.known = known;
    }

    /** For one request: each project is looked up once. */
    Opened opened() {
        return new Opened(known.ask());
    }

    /** For many entries that were not read yet: all that they name is looked up at once. */
    Opened opened(List<JsonNode> items) {
        var answers = known.ask();
        answers.expect(
                named(items, "project", ProjectId.KIND, ProjectId::of),
                named(items, "person", PersonId.KIND, PersonId::of));
        return new Opened(answers);
    }

    /** Whatever is no id is passed over here, and refused with its own entry. */
    private static <T> Set<T> named(List<JsonNode> items, String field, String kind, Function<String, T> id) {
        return items.stream()
                .map(item -> item.path(field).asString(""))
                .distinct()
                .filter(key -> StreamKey.is(kind, StreamKey.withKind(kind, key)))
                .map(id)
                .collect(Collectors.toSet());
    }

    /** Not thread-safe. */
    record Opened(MasterDataReader.Answers answers) {

        /** One entry; where the contract splits work at midnight, one for each day. */
        List<RecordTime> commands(NewTimeEntry body, Call call) {
            var project = ProjectId.of(body.project());
            var facts = answers.project(project);
            var task = body.task() == null ? null : answers.task(project, body.task());
            var person = answers.person(PersonId.of(body.person()));
            var source = body.source() == null ? SOURCE : body.source();
            var id = TimeEntryId.of(key(body, source, call));
            var taskClass = task == null ? TimeClasses.BILLABLE : task.timeClass();
            var whole = new RecordTime(
                    id,
                    source,
                    body.sourceId() == null ? id.value() : body.sourceId(),
                    person,
                    new TimeTarget(
                            project,
                            body.task(),
                            facts.contractId(),
                            task == null ? facts.lineNo() : task.lineNo(),
                            facts.customerId(),
                            facts.legalEntityId(),
                            facts.currency(),
                            facts.zone()),
                    body.workType(),
                    WorkedTimes.begin(body, ZoneId.of(facts.zone())),
                    WorkedTimes.day(body, ZoneId.of(facts.zone())),
                    WorkedTimes.seconds(body, ZoneId.of(facts.zone())),
                    body.timeClass() == null ? taskClass : body.timeClass(),
                    body.note(),
                    call.actor());
            return WorkedTimes.byDay(whole, body.workDate(), facts.midnight());
        }

        private static String key(NewTimeEntry body, String source, Call call) {
            if (body.id() == null && body.sourceId() != null) {
                return NameUuid.of(TimeEntryId.KIND, source, body.sourceId()).toString();
            }
            return call.keyOr(body.id(), TimeEntryId.KIND);
        }
    }
}
