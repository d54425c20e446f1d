package io.fairlead.time.api;

import io.fairlead.app.web.Call;
import io.fairlead.app.web.MasterData.ProjectFacts;
import io.fairlead.app.web.MasterDataReader;
import io.fairlead.project.ProjectId;
import io.fairlead.resource.PersonId;
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

    private final MasterDataReader known;
    private final OverlapGuard overlaps;
    private final TimeKeys keys;

    TimeRecorder(MasterDataReader known, OverlapGuard overlaps, TimeKeys keys) {
        this.known = known;
        this.overlaps = overlaps;
        this.keys = keys;
    }

    /** For one request: each project is looked up once. */
    Opened opened() {
        var answers = known.ask();
        return new Opened(answers, overlaps.asked(answers), keys);
    }

    /** For many entries that were not read yet: all that they name is looked up at once. */
    Opened opened(List<JsonNode> items) {
        var answers = known.ask();
        answers.expect(
                named(items, "project", ProjectId.KIND, ProjectId::of),
                named(items, "person", PersonId.KIND, PersonId::of));
        return new Opened(answers, overlaps.asked(answers), keys);
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
    record Opened(MasterDataReader.Answers answers, OverlapGuard.Asked overlaps, TimeKeys keys) {

        /** One entry; where the contract splits work at midnight, one for each day. */
        List<RecordTime> commands(NewTimeEntry body, Call call) {
            var facts = answers.project(ProjectId.of(body.project()));
            var given = TimeKeys.given(body, call);
            var entries = overlaps.passed(entries(body, call, facts, given));
            var id = keys.of(body, given, call, facts.legalEntityId()); // After all that may be refused.
            return id.equals(given) ? entries : entries(body, call, facts, id);
        }

        private List<RecordTime> entries(NewTimeEntry body, Call call, ProjectFacts facts, TimeEntryId id) {
            var project = ProjectId.of(body.project());
            var task = body.task() == null ? null : answers.task(project, body.task());
            var person = answers.person(PersonId.of(body.person()));
            var taskClass = task == null ? TimeClasses.BILLABLE : task.timeClass();
            var whole = new RecordTime(
                    id,
                    body.source() == null ? TimeKeys.SOURCE : body.source(),
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
    }
}
